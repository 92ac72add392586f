select
    selection,
    consultation,
    case when beyond is null then 'unknown' else 'known' end as state,
    cast(beyond as integer) as value,
    null as out_of,
    case when beyond is null then 'beyond_affected' end as lacking
from group_participation
