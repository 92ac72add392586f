select
    selection,
    consultation,
    case when new_method is null then 'unknown' else 'known' end as state,
    cast(new_method as integer) as value,
    null as out_of,
    case when new_method is null then 'new_method' end as lacking
from selected
