select
    consultation,
    case when decided_on >= end_on then 'known' else 'unknown' end as state,
    case when decided_on >= end_on then date_diff('day', end_on, decided_on) end as value,
    null as out_of
from selected
