-- As many days early or late as the norm on_plan_days allows are on plan; without that norm nothing can be said.
select
    s.selection,
    s.consultation,
    case when end_on is null or planned_end_on is null or allowed.value is null then 'unknown' else 'known' end as state,
    cast(abs(date_diff('day', planned_end_on, end_on)) <= allowed.value as integer) as value,
    null as out_of,
    concat_ws(
        ';',
        case when end_on is null and not coalesce(no_end, false) then 'end_on' end,
        case when planned_end_on is null then 'planned_end_on' end
    ) as lacking
from selected s
left join norms_in_force allowed on allowed.selection = s.selection and allowed.norm = 'on_plan_days'
