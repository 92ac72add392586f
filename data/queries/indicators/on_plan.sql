-- As many days early or late as the norm on_plan_days allows are on plan; without that norm nothing can be said.
select
    consultation,
    case when end_on is null or planned_end_on is null or allowed.days is null then 'unknown' else 'known' end as state,
    cast(abs(date_diff('day', planned_end_on, end_on)) <= allowed.days as integer) as value,
    null as out_of,
    concat_ws(
        ';',
        case when end_on is null and not coalesce(no_end, false) then 'end_on' end,
        case when planned_end_on is null then 'planned_end_on' end
    ) as lacking
from selected
cross join (select max(value) as days from norms_in_force where norm = 'on_plan_days') allowed
