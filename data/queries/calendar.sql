-- Every day from the first start to the last end of the selected consultations, with how many days of each kind there were
-- up to it, and before it: what a window holds is a difference of two. 1 January of year 1 was a Monday.
select
    day,
    sum(working) over (order by day) as working_until,
    sum(working) over (order by day) - working as working_before,
    sum(holiday) over (order by day) as holidays_until,
    sum(holiday) over (order by day) - holiday as holidays_before,
    sum(july) over (order by day) as july_until,
    sum(july) over (order by day) - july as july_before,
    sum(lost) over (order by day) as lost_until,
    sum(lost) over (order by day) - lost as lost_before
from (
    select
        day,
        cast(weekday and not public_holiday as integer) as working,
        cast(weekday and public_holiday as integer) as holiday,
        cast(weekday and month(day) = 7 as integer) as july,
        cast(weekday and (public_holiday or month(day) = 7) as integer) as lost
    from (
        select
            day,
            date_diff('day', date '0001-01-01', day) % 7 < 5 as weekday,
            day in (select day from public_holidays) as public_holiday
        from (
            select cast(unnest(generate_series(min(start_on), max(end_on), interval 1 day)) as date) as day
            from selected
            where end_on >= start_on
        ) as days
    ) as kinds
) as flags
