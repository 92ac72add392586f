-- On the day of the start is too late; no date is a no, unless the register keeps none.
select
    s.selection,
    s.consultation,
    case when start_on is null or (clarified_on is null and register.dates = 0) then 'unknown' else 'known' end as state,
    case when start_on is not null and register.dates > 0 then cast(coalesce(clarified_on < start_on, false) as integer) end as value,
    null as out_of,
    concat_ws(
        ';',
        case when start_on is null then 'start_on' end,
        case when clarified_on is null and register.dates = 0 then 'clarified_on' end
    ) as lacking
from selected s
join (select selection, count(clarified_on) as dates from selected group by selection) register
    on register.selection = s.selection
