-- That nothing is fixed names the frame too; words for one of the two alone do not.
select
    selection,
    consultation,
    case when nothing_fixed or names_open or names_closed then 'known' else 'unknown' end as state,
    case
        when nothing_fixed or (names_open and names_closed) then 1
        when names_open or names_closed then 0
    end as value,
    null as out_of,
    case when not (nothing_fixed or names_open or names_closed) then 'open_to_influence;not_open' end as lacking,
    centre,
    nothing_fixed or names_open or names_closed as recorded
from frames
