"""``python -m tests.support.provider ADDRESS PORT``: a real OpenID provider (Canaille) on this machine, which
knows the dashboard at that address and a few people, all in memory.
"""

import logging
import sys
from pathlib import Path

from canaille import create_app
from canaille.app import models
from canaille.backends import Backend
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server

CLIENT, SECRET, PASSWORD = "oejenhoejde", "the dashboard's own secret", "correct horse battery"
PEOPLE = {
    "mette": ("Mette Møller", ["by", "alle"]),
    "sofie": ("Sofie Sekretær", ["sekretariat"]),
    "bo": ("Bo Borger", []),
}
"""By the name that they sign in with: their own name and their groups."""


def settings_of(database: Path, address: str, issuer: str, *, prompt: str = "login") -> dict[str, str]:
    """The settings of a dashboard that people reach at ``address`` and that this provider, or another that
    knows the same client, signs in.
    """
    return {
        "OEJENHOEJDE_DATABASE": str(database),
        "OEJENHOEJDE_SIGN_IN_PROVIDER": f"{issuer}/.well-known/openid-configuration",
        "OEJENHOEJDE_SIGN_IN_CLIENT": CLIENT,
        "OEJENHOEJDE_SIGN_IN_SECRET": SECRET,
        "OEJENHOEJDE_SIGN_IN_SCOPE": "openid profile email groups",
        "OEJENHOEJDE_SIGN_IN_PROMPT": prompt,
        "OEJENHOEJDE_ADDRESS": address,
        "OEJENHOEJDE_COOKIE_SECRET": "0123456789abcdef" * 2,
        "OEJENHOEJDE_LANGUAGE": "en",
    }


def main() -> None:
    address, port = sys.argv[1], int(sys.argv[2])
    key = RSAKey.generate_key(2048, private=True).as_dict(private=True)
    app = create_app(
        {
            "SECRET_KEY": "of the provider alone, for this run",
            "SERVER_NAME": f"127.0.0.1:{port}",
            "PREFERRED_URL_SCHEME": "http",
            "CANAILLE": {"DATABASE": "memory", "JAVASCRIPT": False, "HTMX": False},
            "CANAILLE_OIDC": {"ACTIVE_JWKS": [key]},
        }
    )
    with app.app_context(), Backend.instance.session():
        _fill(address)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    make_server("127.0.0.1", port, app, threaded=True).serve_forever()


def _fill(address: str) -> None:
    users = {}
    for name, (full_name, _) in PEOPLE.items():
        given_name, _, family = full_name.partition(" ")
        users[name] = models.User(
            user_name=name,
            formatted_name=full_name,
            given_name=given_name,
            family_name=family,
            emails=[f"{name}@example.org"],
            password=PASSWORD,
        )
        Backend.instance.save(users[name])
    for group in sorted({each for _, groups in PEOPLE.values() for each in groups}):
        members = [users[name] for name, (_, groups) in PEOPLE.items() if group in groups]
        Backend.instance.save(models.Group(display_name=group, members=members))
    client = models.Client(
        client_id=CLIENT,
        client_secret=SECRET,
        client_name="Øjenhøjde",
        client_uri=address,
        redirect_uris=[f"{address}/oauth2callback"],
        post_logout_redirect_uris=[f"{address}/oauth2callback"],
        grant_types=["authorization_code", "refresh_token"],
        response_types=["code"],
        scope=["openid", "profile", "email", "groups"],
        token_endpoint_auth_method="client_secret_basic",
    )
    Backend.instance.save(client)
    client.audience = [client]
    Backend.instance.save(client)


if __name__ == "__main__":
    main()
