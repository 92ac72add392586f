-- The records. Table and column names are those of the exchange files.
--
-- Two limits of DuckDB shaped this file. It has no triggers, so that the history is complete is the work of the one
-- writer (data/writing.py). And it carries out an update of an indexed column as delete and insert, which a foreign key
-- from another table forbids: therefore consultations.centre and .committee, which people do change, name a body without
-- a foreign key; every way in checks them, and `python -m data check` finds what slipped through.

create table terms (
    term varchar primary key,
    starts_on date not null,
    ends_on date not null,
    check (starts_on < ends_on)
);

create table rounds (
    round varchar primary key,
    term varchar not null references terms (term),
    kind varchar not null check (kind in ('midterm', 'endterm')),
    period_from date not null,
    period_to date not null,
    opens_on date,
    closes_on date,
    status varchar not null check (status in ('planned', 'open', 'closed')),
    unique (term, kind),
    check (period_from <= period_to),
    check (opens_on is null or closes_on is null or opens_on <= closes_on)
);

-- The wording of a principle from a date on; the Danish is the adopted text, the English our translation.
create table principles (
    principle smallint not null check (principle between 1 and 5),
    applies_from date not null,
    title_da varchar not null,
    title_en varchar not null,
    wording_da varchar not null,
    wording_en varchar not null,
    source varchar not null,
    primary key (principle, applies_from)
);

create table bodies (
    body varchar primary key,
    level varchar not null check (level in ('committee', 'centre')),
    name varchar not null check (length(trim(name)) > 0),
    active_from date,
    active_to date,
    check (active_from is null or active_to is null or active_from <= active_to)
);

-- A body took over from another. A merged body has several predecessors, a split one gives several bodies the same.
create table body_successions (
    body varchar not null references bodies (body),
    predecessor varchar not null references bodies (body),
    primary key (body, predecessor),
    check (body <> predecessor)
);

create table consultations (
    consultation varchar primary key,
    title varchar not null check (length(trim(title)) > 0),
    case_number varchar,
    summary varchar,
    methods varchar,
    influence varchar check (influence in ('inform', 'hear', 'involve', 'collaborate', 'empower')),
    centre varchar,
    committee varchar,
    scale varchar check (scale in ('small', 'medium', 'large')),
    started_by varchar,
    frame_decided_on date,
    frame_published_on date,
    planned_start_on date,
    planned_end_on date,
    start_on date,
    end_on date,
    proposal_on date,
    decided_on date,
    feedback_on date,
    open_to_influence varchar,
    not_open varchar,
    not_open_reason varchar,
    contributions integer check (contributions >= 0),
    contributions_answered integer check (contributions_answered >= 0),
    effect varchar check (effect in ('none', 'minor', 'substantial', 'unknown')),
    effect_note varchar,
    new_method boolean,
    businesses_relevant boolean,
    participants integer check (participants >= 0),
    hours_planned double check (hours_planned >= 0),
    hours_spent double check (hours_spent >= 0),
    cost_dkk double check (cost_dkk >= 0),
    statutory_days integer check (statutory_days >= 0),
    source varchar,
    source_key varchar,
    url varchar,
    -- How to read a number that its source gives as "knap 50" or "80-100"; empty where it is exact.
    contributions_qualifier varchar,
    participants_qualifier varchar,
    -- Some consultations in the municipality are run by others. Only a plain 'no' keeps one out of the evaluation.
    run_by_municipality varchar check (run_by_municipality in ('yes', 'no', 'unclear'))
);

create table consultation_groups (
    consultation varchar not null references consultations (consultation),
    "group" varchar not null,
    sought_out boolean,
    took_part boolean,
    beyond_affected boolean,
    primary key (consultation, "group")
);

-- The key is made of round, body, principle and, where there is one, consultation: "2022-2025/endterm:tku:1".
create table assessments (
    assessment varchar primary key,
    round varchar not null references rounds (round),
    body varchar not null references bodies (body),
    principle smallint not null check (principle between 1 and 5),
    consultation varchar references consultations (consultation),
    rating smallint check (rating between 1 and 5),
    not_assessable boolean not null,
    basis varchar check (basis in ('strong', 'fair', 'thin')),
    justification varchar,
    dissent varchar,
    worked_well varchar,
    to_change varchar,
    daily_meeting varchar,
    closed boolean not null,
    status varchar not null check (status in ('draft', 'submitted')),
    version integer not null check (version >= 1),
    check (rating is null or not not_assessable),
    check (status = 'draft' or length(trim(coalesce(justification, ''))) > 0)
);

create table assessment_themes (
    assessment varchar not null references assessments (assessment),
    theme varchar not null check (length(trim(theme)) > 0),
    primary key (assessment, theme)
);

create table assessment_evidence (
    assessment varchar not null references assessments (assessment),
    consultation varchar not null references consultations (consultation),
    primary key (assessment, consultation)
);

create table conclusions (
    round varchar not null references rounds (round),
    principle varchar not null check (principle in ('1', '2', '3', '4', '5', 'proportionality')),
    text varchar,
    verdict_override varchar check (verdict_override in ('followed', 'partly', 'not_followed', 'contested', 'insufficient')),
    override_reason varchar,
    primary key (round, principle),
    check (verdict_override is null or length(trim(coalesce(override_reason, ''))) > 0),
    check (verdict_override is null or principle <> 'proportionality')
);

create table actions (
    action varchar primary key,
    round varchar not null references rounds (round),
    principle varchar not null check (principle in ('1', '2', '3', '4', '5', 'proportionality')),
    text varchar not null check (length(trim(text)) > 0),
    owner varchar,
    due_on date,
    state varchar not null check (state in ('planned', 'started', 'done', 'dropped')),
    outcome varchar
);

create table norms (
    norm varchar not null,
    value double not null,
    unit varchar,
    applies_from date not null,
    source varchar,
    primary key (norm, applies_from)
);

-- Append-only: nothing in the program updates or deletes a row here. Times are UTC.
create sequence history_entries;

create table history (
    entry bigint primary key default nextval('history_entries'),
    happened_at timestamp not null,
    who varchar not null check (length(trim(who)) > 0),
    action varchar not null check (action in ('created', 'changed', 'removed')),
    kind varchar not null,
    record varchar not null,
    before json,
    after json
);
