select
    selection,
    consultation,
    case
        when decision in ('no_case', 'late') then 'no_case'
        when decision = 'waiting' then 'waiting'
        when decision = 'unknown' or effect is null or effect = 'unknown' then 'unknown'
        else 'known'
    end as state,
    case when decision = 'decided' and effect <> 'unknown' then cast(effect <> 'none' as integer) end as value,
    null as out_of,
    case when decision = 'unknown' then decision_lacks when effect is null or effect = 'unknown' then 'effect' end as lacking
from decisions
