select
    consultation,
    case when beyond is null then 'unknown' else 'known' end as state,
    cast(beyond as integer) as value,
    null as out_of
from group_participation
