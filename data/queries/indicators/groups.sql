select
    selection,
    consultation,
    case when groups is null then 'unknown' else 'known' end as state,
    groups as value,
    null as out_of,
    case when groups is null then 'took_part' end as lacking
from group_participation
