-- How files of other systems are understood, by name: the settings as JSON, without a value of a column that has no place.
create table import_profiles (
    name varchar primary key check (length(trim(name)) > 0),
    settings varchar not null,
    changed_at timestamp not null,
    changed_by varchar not null check (length(trim(changed_by)) > 0)
);

-- Every file that was taken in, and what became of its rows. ``first_entry`` and ``last_entry`` are the history's entries
-- that it wrote, by which it can be undone; a register made of exchange files has no such history, and leaves them empty.
create table imports (
    number integer primary key check (number >= 1),
    imported_at timestamp not null,
    who varchar not null check (length(trim(who)) > 0),
    file varchar not null,
    sha256 varchar not null check (length(sha256) = 64),
    profile varchar not null,
    "new" integer not null check ("new" >= 0),
    changed integer not null check (changed >= 0),
    unchanged integer not null check (unchanged >= 0),
    rejected integer not null check (rejected >= 0),
    undone_at timestamp,
    undone_by varchar,
    first_entry bigint,
    last_entry bigint
);

-- By which consultation a file's row was taken in before: ``identity`` is the SHA-256 of what tells it again in the file, for
-- that may be a column without a place. No foreign keys, for what names the other is taken away in one step (see 0001).
create table import_keys (
    profile varchar not null,
    identity varchar not null check (length(identity) = 64),
    consultation varchar not null,
    primary key (profile, identity)
);
