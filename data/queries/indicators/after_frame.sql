-- On the day of the frame's decision is not after it.
select
    selection,
    consultation,
    case when start_on is null or frame_decided_on is null then 'unknown' else 'known' end as state,
    cast(start_on > frame_decided_on as integer) as value,
    null as out_of,
    concat_ws(
        ';',
        case when frame_decided_on is null then 'frame_decided_on' end,
        case when start_on is null then 'start_on' end
    ) as lacking
from selected
