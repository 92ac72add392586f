-- More answers than contributions can't be, and tell nothing.
select
    selection,
    consultation,
    case when contributions_answered <= contributions then 'known' else 'unknown' end as state,
    case when contributions_answered <= contributions then contributions_answered end as value,
    case when contributions_answered <= contributions then contributions end as out_of,
    concat_ws(
        ';',
        case when contributions is null then 'contributions' end,
        case when contributions_answered is null then 'contributions_answered' end,
        case when contributions_answered > contributions then 'contributions_answered;contributions' end
    ) as lacking
from selected
