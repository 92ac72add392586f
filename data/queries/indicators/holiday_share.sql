-- Of the days from start to end, both counted.
select
    consultation,
    case when days is null then 'unknown' else 'known' end as state,
    lost_days / (days + 1) as value,
    null as out_of
from response_windows
