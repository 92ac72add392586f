-- The days in the records of days off, each once. See days_off in data/schema.py.
select distinct cast(moment as date) as day
from (select unnest(generate_series(starts_on, ends_on, interval 1 day)) as moment from days_off) as periods
