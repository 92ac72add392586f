-- The kind of plan a consultation is about, where the Planning Act sets a period for it. DuckDB can't add a column with a
-- check; every way in checks it (data/schema.py), as it does the centre and the committee.
drop view round_consultations;
drop view previous_rounds;

alter table consultations add column plan_kind varchar;

-- The consultations that count: run by the municipality, or not known not to be. The day that places one in a period is
-- its last, or its first while it has no end.
create view counted_consultations as
select c.*, coalesce(c.end_on, c.start_on) as counted_on
from consultations c
where coalesce(c.run_by_municipality, 'yes') <> 'no';

-- A consultation belongs to the round whose period holds its end date (its start date while it has no end).
create view round_consultations as
select r.round, c.*
from rounds r
join counted_consultations c on c.counted_on between r.period_from and r.period_to;

-- From which day on the law sets how many days for which kind of plan.
create view statutory_periods as
select substr(norm, length('statutory_') + 1) as plan_kind, value as days, applies_from
from norms
where starts_with(norm, 'statutory_');
