-- Every day from the first start to the last end of the selected consultations, with how many days of each kind there were
-- up to it, and before it: what a window holds is a difference of two. 1 January of year 1 was a Monday. A weekday is lost
-- on a public holiday or a recorded day off; a year without any recorded day off tells nothing.
select
    day,
    sum(weekday) over (order by day) as weekdays_until,
    sum(weekday) over (order by day) - weekday as weekdays_before,
    sum(holiday) over (order by day) as holidays_until,
    sum(holiday) over (order by day) - holiday as holidays_before,
    sum(day_off) over (order by day) as days_off_until,
    sum(day_off) over (order by day) - day_off as days_off_before,
    sum(unrecorded) over (order by day) as unrecorded_until,
    sum(unrecorded) over (order by day) - unrecorded as unrecorded_before
from (
    select
        day,
        cast(is_weekday as integer) as weekday,
        cast(is_weekday and is_holiday as integer) as holiday,
        cast(is_weekday and is_day_off and not is_holiday as integer) as day_off,
        cast(not is_recorded as integer) as unrecorded
    from (
        select
            day,
            date_diff('day', date '0001-01-01', day) % 7 < 5 as is_weekday,
            day in (select day from public_holidays) as is_holiday,
            day in (select day from away_days) as is_day_off,
            year(day) in (select year(day) from away_days) as is_recorded
        from (
            select cast(unnest(generate_series(min(start_on), max(end_on), interval 1 day)) as date) as day
            from selected
            where end_on >= start_on
        ) as days
    ) as kinds
) as flags
