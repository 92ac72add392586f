select
    consultation,
    case when decided_on >= start_on then 'known' else 'unknown' end as state,
    case when decided_on >= start_on then date_diff('day', start_on, decided_on) end as value,
    null as out_of
from selected
