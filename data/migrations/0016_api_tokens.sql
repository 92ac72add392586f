-- What programs ask the API with: of each token a hash only, whose it is, what it is for (``scopes``, joined by semicolons), and
-- until when. Nothing of it is exported: it is of this installation.
create table api_tokens (
    token_hash varchar primary key check (length(token_hash) = 64),
    name varchar not null check (length(trim(name)) > 0),
    owner varchar not null check (length(trim(owner)) > 0),
    scopes varchar not null check (length(scopes) > 0),
    made_by varchar not null,
    made_at timestamp not null,
    last_day date not null,
    withdrawn_at timestamp,
    withdrawn_by varchar,
    last_used_at timestamp
);
