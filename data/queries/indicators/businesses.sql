select
    selection,
    consultation,
    case
        when not coalesce(businesses_relevant, false) then 'no_case'
        when businesses is null then 'unknown'
        else 'known'
    end as state,
    case when businesses_relevant then cast(businesses as integer) end as value,
    null as out_of,
    case when businesses is null then 'took_part' end as lacking
from group_participation
