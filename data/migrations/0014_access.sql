-- Who has which role: whoever signs in with this value in this claim (a group, a role, an e-mail address, the provider's own
-- number of a person). ``bodies`` are the keys of those that they write for, joined by semicolons; after ``last_day`` it no
-- longer counts, as for somebody who stood in for another.
create table access_rules (
    claim varchar not null check (length(trim(claim)) > 0),
    value varchar not null check (length(trim(value)) > 0),
    role varchar not null check (role in ('administrator', 'secretary', 'centre_manager', 'committee_secretary', 'reader')),
    bodies varchar,
    last_day date,
    note varchar,
    primary key (claim, value, role)
);

-- Visits of people who signed in, by the hash of what tells the visit: told apart so that all of one person's can be ended,
-- and one that was idle for too long. Nothing of it is exported.
create table sign_ins (
    visit varchar primary key check (length(visit) = 64),
    subject varchar not null,
    name varchar not null,
    signed_in_at timestamp not null,
    last_seen_at timestamp not null,
    ended_at timestamp
);
