-- Every day from before the first chosen consultation to the last, with how many days until then were free beyond
-- weekends: public holidays from Monday to Friday, and the weekdays of July. A window's free days are a difference of two.
select
    day,
    sum(cast(isodow(day) < 6 and (month(day) = 7 or day in (select unnest(cast($holidays as date[])))) as integer))
        over (order by day) as free_until
from (
    select cast(unnest(generate_series(min(start_on) - 1, max(end_on), interval 1 day)) as date) as day
    from chosen
    where end_on >= start_on
)
