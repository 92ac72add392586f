-- A reason that is not recorded was not given; where nothing is fixed there is nothing to give a reason for.
select
    selection,
    consultation,
    case when nothing_fixed or not names_closed then 'no_case' else 'known' end as state,
    case when names_closed and not nothing_fixed then cast(names_reason as integer) end as value,
    null as out_of,
    null as lacking,
    centre,
    names_reason as recorded
from frames
