-- On the day of the start is in time.
select
    consultation,
    case when frame_published_on is null or start_on is null then 'unknown' else 'known' end as state,
    cast(frame_published_on <= start_on as integer) as value,
    null as out_of
from selected
