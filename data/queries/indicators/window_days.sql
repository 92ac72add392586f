select
    consultation,
    case when days is null or period_days is null then 'unknown' else 'known' end as state,
    cast(days >= period_days as integer) as value,
    null as out_of
from response_windows
