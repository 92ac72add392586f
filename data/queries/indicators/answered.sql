-- More answers than contributions can't be, and tell nothing.
select
    consultation,
    case when contributions_answered <= contributions then 'known' else 'unknown' end as state,
    case when contributions_answered <= contributions then contributions_answered end as value,
    case when contributions_answered <= contributions then contributions end as out_of
from selected
