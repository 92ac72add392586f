select
    consultation,
    case
        when decided_on is null then 'no_case'
        when effect is null or effect = 'unknown' then 'unknown'
        else 'known'
    end as state,
    case when decided_on is not null and effect <> 'unknown' then cast(effect <> 'none' as integer) end as value,
    null as out_of
from selected
