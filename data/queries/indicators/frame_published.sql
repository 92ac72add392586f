-- On the day of the start is in time.
select
    selection,
    consultation,
    case when frame_published_on is null or start_on is null then 'unknown' else 'known' end as state,
    cast(frame_published_on <= start_on as integer) as value,
    null as out_of,
    concat_ws(
        ';',
        case when frame_published_on is null then 'frame_published_on' end,
        case when start_on is null then 'start_on' end
    ) as lacking
from selected
