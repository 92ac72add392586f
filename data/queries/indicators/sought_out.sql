select
    selection,
    consultation,
    case when sought_out is null then 'unknown' else 'known' end as state,
    cast(sought_out as integer) as value,
    null as out_of,
    case when sought_out is null then 'sought_out' end as lacking
from group_participation
