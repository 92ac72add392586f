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
            days.day,
            date_diff('day', date '0001-01-01', days.day) % 7 < 5 as is_weekday,
            public_holidays.day is not null as is_holiday,
            away_days.day is not null as is_day_off,
            recorded.year is not null as is_recorded
        from (
            select cast(moment as date) as day
            from (
                select unnest(generate_series(first_start, last_end, interval 1 day)) as moment
                from (
                    select min(start_on) as first_start, max(end_on) as last_end
                    from selected
                    where end_on >= start_on
                ) as ends
            ) as moments
        ) as days
        left join public_holidays on public_holidays.day = days.day
        left join away_days on away_days.day = days.day
        left join (select distinct year(day) as year from away_days) as recorded on recorded.year = year(days.day)
    ) as kinds
) as flags
