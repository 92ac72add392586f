-- Every day from the first start to the last end of a selection's consultations, with how many days of each kind there were
-- up to it, and before it: what a window holds is a difference of two. 1 January of year 1 was a Monday. A weekday is lost
-- on a public holiday or a recorded day off; a year without any recorded day off tells nothing.
select
    selection,
    day,
    sum(weekday) over (partition by selection order by day) as weekdays_until,
    sum(weekday) over (partition by selection order by day) - weekday as weekdays_before,
    sum(holiday) over (partition by selection order by day) as holidays_until,
    sum(holiday) over (partition by selection order by day) - holiday as holidays_before,
    sum(day_off) over (partition by selection order by day) as days_off_until,
    sum(day_off) over (partition by selection order by day) - day_off as days_off_before,
    sum(unrecorded) over (partition by selection order by day) as unrecorded_until,
    sum(unrecorded) over (partition by selection order by day) - unrecorded as unrecorded_before
from (
    select
        selection,
        day,
        cast(is_weekday as integer) as weekday,
        cast(is_weekday and is_holiday as integer) as holiday,
        cast(is_weekday and is_day_off and not is_holiday as integer) as day_off,
        cast(not is_recorded as integer) as unrecorded
    from (
        select
            days.selection,
            days.day,
            date_diff('day', date '0001-01-01', days.day) % 7 < 5 as is_weekday,
            public_holidays.day is not null as is_holiday,
            away_days.day is not null as is_day_off,
            recorded.year is not null as is_recorded
        from (
            select selection, cast(moment as date) as day
            from (
                select selection, unnest(generate_series(first_start, last_end, interval 1 day)) as moment
                from (
                    select selection, min(start_on) as first_start, max(end_on) as last_end
                    from selected
                    where end_on >= start_on
                    group by selection
                ) as ends
            ) as moments
        ) as days
        left join public_holidays on public_holidays.day = days.day
        left join away_days on away_days.selection = days.selection and away_days.day = days.day
        left join (select distinct selection, year(day) as year from away_days) as recorded
            on recorded.selection = days.selection
            and recorded.year = year(days.day)
    ) as kinds
) as flags
