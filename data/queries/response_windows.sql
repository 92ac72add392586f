-- One row a selected consultation: how long people had to respond, which period was set for it, and what days it held.
-- ``days`` run from the start to the end, the first not counted; the days of each kind count both. Null where a day is
-- missing or the end lies before the start. The period is the recorded one, else that of the law on the day it started,
-- else the usual one. ``lost_days`` are weekdays in July or on a public holiday.
select
    s.consultation,
    case when s.end_on >= s.start_on then date_diff('day', s.start_on, s.end_on) end as days,
    coalesce(s.statutory_days, law.days, (select value from norms_in_force where norm = 'window_default_days')) as period_days,
    s.statutory_days is not null or law.days is not null as statutory,
    case when s.end_on >= s.start_on then last_day.working_until - first_day.working_before end as working_days,
    case when s.end_on >= s.start_on then last_day.holidays_until - first_day.holidays_before end as public_holidays,
    case when s.end_on >= s.start_on then last_day.july_until - first_day.july_before end as july_days,
    case when s.end_on >= s.start_on then last_day.lost_until - first_day.lost_before end as lost_days
from selected s
left join (
    select plan_kind, days, applies_from, lead(applies_from) over (partition by plan_kind order by applies_from) as applies_until
    from statutory_periods
) law
    on law.plan_kind = s.plan_kind
    and s.start_on >= law.applies_from
    and (law.applies_until is null or s.start_on < law.applies_until)
left join calendar first_day on first_day.day = s.start_on
left join calendar last_day on last_day.day = s.end_on
