select
    selection,
    consultation,
    case when hours_spent is null or coalesce(participants, 0) = 0 then 'unknown' else 'known' end as state,
    hours_spent / nullif(participants, 0) as value,
    null as out_of,
    concat_ws(
        ';',
        case when hours_spent is null then 'hours_spent' end,
        case when participants is null then 'participants' end
    ) as lacking
from selected
