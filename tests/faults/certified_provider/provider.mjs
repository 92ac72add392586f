// `node provider.mjs CLIENT SECRET ADDRESS PORT`: the certified OpenID provider of npm, which knows the dashboard
// at that address and whoever signs in with a name of its people. What the dashboard asks of it is printed, a line
// of JSON each.
import { Provider } from 'oidc-provider';

const [client, secret, address, port] = process.argv.slice(2);
const people = {
  mette: { name: 'Mette Møller', groups: ['by', 'alle'] },
  sofie: { name: 'Sofie Sekretær', groups: ['sekretariat'] },
  bo: { name: 'Bo Borger', groups: [] },
};
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: client,
      client_secret: secret,
      redirect_uris: [`${address}/oauth2callback`],
      post_logout_redirect_uris: [`${address}/oauth2callback`],
    },
  ],
  claims: { openid: ['sub'], profile: ['name'], email: ['email'], groups: ['groups'] },
  conformIdTokenClaims: false,
  cookies: { keys: ['of the provider alone, for this run'] },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@example.org`, ...people[id] }),
  }),
  pkce: { required: () => true },
  ttl: { IdToken: 60, AccessToken: 60, Session: 3600, Grant: 3600, Interaction: 600, AuthorizationCode: 60 },
});
const tell = (what, values) => console.log(JSON.stringify({ what, ...values }));
provider.on('authorization.success', (ctx) => tell('authorization', ctx.oidc.params));
provider.on('grant.success', (ctx) => tell('token', { with_verifier: Boolean(ctx.oidc.params.code_verifier) }));
provider.on('end_session.success', (ctx) => tell('end', { user: ctx.oidc.session?.accountId ?? '' }));
provider.listen(Number(port), '127.0.0.1');
