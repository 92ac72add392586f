-- On the day of the proposal is not before it.
select
    consultation,
    case when start_on is null or proposal_on is null then 'unknown' else 'known' end as state,
    cast(start_on < proposal_on as integer) as value,
    null as out_of
from selected
