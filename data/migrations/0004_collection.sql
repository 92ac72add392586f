-- From opening a round to closing it.

-- By which day every body is to have answered. Until it is set, the round's closing day counts.
alter table rounds add column answers_due_on date;

-- On which day a body takes up the evaluation in its meeting; empty where a day was taken back. Every way in checks round
-- and body (see 0001).
create table meetings (
    round varchar not null,
    body varchar not null,
    meets_on date,
    primary key (round, body)
);

-- What somebody was writing and has not saved: no record, no history, gone when it is saved or thrown away. ``sitting``
-- is one visit of one browser, so that two people at one assessment never write over each other.
create table unfinished (
    round varchar not null,
    body varchar not null,
    principle smallint not null,
    sitting varchar not null,
    who varchar not null,
    version integer not null,
    kept_at timestamp not null,
    "values" json not null,
    primary key (round, body, principle, sitting)
);

-- What a round was when it closed. ``result`` is the evaluation as JSON, ``details`` what pictures and documents need beside
-- it; nothing in the program updates or deletes a row here.
create table closings (
    round varchar primary key,
    closed_at timestamp not null,
    who varchar not null check (length(trim(who)) > 0),
    program varchar not null,
    sha256 varchar not null check (length(sha256) = 64),
    result varchar not null,
    details_sha256 varchar not null check (length(details_sha256) = 64),
    details varchar not null
);

-- A correction of a closed round, shown beside what was closed. Append-only.
create table errata (
    erratum varchar primary key,
    round varchar not null,
    principle varchar check (principle in ('1', '2', '3', '4', '5', 'proportionality')),
    noted_at timestamp not null,
    who varchar not null check (length(trim(who)) > 0),
    text varchar not null check (length(trim(text)) > 0),
    reason varchar not null check (length(trim(reason)) > 0)
);

-- A secret of this register, with which the forms it sends out are sealed.
create table seals (secret varchar not null);
insert into seals select concat(uuid()::varchar, uuid()::varchar);
