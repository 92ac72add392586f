-- One row a selected consultation: whether there was a period to respond in (null where its methods don't tell), how long it
-- was, which period was set for it, and what days it held. ``days`` run from the start to the end, the first not counted; the
-- days of each kind (days_off_counts.sql) count both. Null where a day is missing or the end lies before the start. The period
-- is the recorded one or that of the law on the day it started, whichever is longer, else the usual one. ``window_lacks`` are
-- the columns without which the window, or whether there was one, is not known.
select
    s.selection,
    s.consultation,
    l.holiday_window_max,
    case when s.plan_kind is not null or s.statutory_days is not null then true else kinds.has_response_period end as responds,
    case when s.end_on >= s.start_on then date_diff('day', s.start_on, s.end_on) end as days,
    coalesce(
        greatest(coalesce(s.statutory_days, law.days), coalesce(law.days, s.statutory_days)),
        l.window_default_days
    ) as period_days,
    s.statutory_days is not null or law.days is not null as statutory,
    case when s.end_on >= s.start_on then last_day.weekdays_until - first_day.weekdays_before end as weekdays,
    case when s.end_on >= s.start_on then last_day.holidays_until - first_day.holidays_before end as public_holidays,
    case when s.end_on >= s.start_on then last_day.days_off_until - first_day.days_off_before end as days_off,
    case when s.end_on >= s.start_on then last_day.unrecorded_until = first_day.unrecorded_before end as is_recorded,
    concat_ws(
        ';',
        case when s.plan_kind is null and s.statutory_days is null and kinds.has_response_period is null then 'methods' end,
        case when s.start_on is null then 'start_on' end,
        case when s.end_on is null and not coalesce(s.no_end, false) then 'end_on' end,
        case when s.end_on < s.start_on then 'start_on;end_on' end
    ) as window_lacks
from selected s
left join limits l on l.selection = s.selection
left join method_kinds kinds on kinds.selection = s.selection and kinds.methods = s.methods
left join (
    select
        d.selection,
        p.plan_kind,
        p.days,
        p.applies_from,
        lead(p.applies_from) over (partition by d.selection, p.plan_kind order by p.applies_from) as applies_until
    from statutory_periods p
    join (select distinct selection, municipality from selection_days) d on d.municipality = p.municipality
) law
    on law.selection = s.selection
    and law.plan_kind = s.plan_kind
    and s.start_on >= law.applies_from
    and (law.applies_until is null or s.start_on < law.applies_until)
left join days_off_counts first_day on first_day.selection = s.selection and first_day.day = s.start_on
left join days_off_counts last_day on last_day.selection = s.selection and last_day.day = s.end_on
