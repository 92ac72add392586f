select
    consultation,
    case when hours_spent is null or coalesce(participants, 0) = 0 then 'unknown' else 'known' end as state,
    hours_spent / nullif(participants, 0) as value,
    null as out_of
from selected
