-- What the rules of November 2026 ask of the records.
alter table consultations add column presented_on date;
alter table consultations add column clarified_on date;
alter table consultations add column nothing_fixed boolean;
alter table consultations add column decision_expected boolean;

drop view round_consultations;
drop view counted_consultations;

-- The consultations that count: run by the municipality, or not known not to be. The day that places one in a period is
-- its last, or its first while it has no end. Which round that is: data/queries/selection.py
create view counted_consultations as
select c.*, coalesce(c.end_on, c.start_on) as counted_on
from consultations c
where coalesce(c.run_by_municipality, 'yes') <> 'no';

-- Weekdays on which people are away, beside the public holidays; first and last day included.
create table days_off (
    starts_on date not null,
    ends_on date not null,
    name varchar not null check (length(trim(name)) > 0),
    source varchar,
    primary key (starts_on, name),
    check (starts_on <= ends_on)
);

-- Ways of involving people, and whether there is a period to respond in; ``aliases`` are joined by semicolons.
create table methods (
    method varchar primary key,
    name_da varchar not null,
    name_en varchar not null,
    has_response_period boolean not null,
    aliases varchar
);

-- A submitted assessment without rating that is not said to be impossible either is a draft: no way in takes one by now.
update assessments
set status = 'draft'
where status = 'submitted' and rating is null and not not_assessable;

-- Norms that were held against middle values are the limits of one consultation by now.
update norms set norm = 'holiday_window_max' where norm = 'holiday_share';
update norms set norm = 'decision_days_max' where norm = 'decision_days';
update norms set value = 0.9 where norm = 'beyond' and value = 0.5 and starts_with(source, 'Forslag fra Øjenhøjde');

-- A register that has records gets what a new one begins with (data/seed/reference).
insert into norms by name
select norm, value, unit, cast(applies_from as date) as applies_from, source
from seed_norms
where norm not in (select norm from norms) and exists (from norms);
insert into days_off by name select cast(starts_on as date) as starts_on, cast(ends_on as date) as ends_on, name, source
from seed_days_off
where exists (from norms);
insert into methods by name select method, name_da, name_en, has_response_period = 'yes' as has_response_period, aliases
from seed_methods
where exists (from norms);
