select
    selection,
    consultation,
    case when not responds then 'no_case' when responds is null or days is null or period_days is null then 'unknown' else 'known' end as state,
    case when responds then cast(days >= period_days as integer) end as value,
    null as out_of,
    window_lacks as lacking
from response_windows
