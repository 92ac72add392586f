select
    consultation,
    case when new_method is null then 'unknown' else 'known' end as state,
    cast(new_method as integer) as value,
    null as out_of
from selected
