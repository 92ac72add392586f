select
    consultation,
    case when groups is null then 'unknown' else 'known' end as state,
    groups as value,
    null as out_of
from group_participation
