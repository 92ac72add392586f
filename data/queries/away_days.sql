-- The days in the records of days off, each once. See days_off in data/schema.py.
select distinct selection, cast(moment as date) as day
from (
    select s.selection, unnest(generate_series(o.starts_on, o.ends_on, interval 1 day)) as moment
    from days_off o
    join (select distinct selection, municipality from selection_days) s on s.municipality = o.municipality
) as periods
