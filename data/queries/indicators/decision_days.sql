-- Who still waits for a decision beyond the norm is late.
select
    selection,
    consultation,
    case
        when decision = 'no_case' then 'no_case'
        when end_on is null or decision_days_max is null or decided_on < end_on then 'unknown'
        when decision = 'waiting' then 'waiting'
        else 'known'
    end as state,
    case
        when decision = 'late' then 0
        when decision = 'decided' and decided_on >= end_on then cast(date_diff('day', end_on, decided_on) <= decision_days_max as integer)
    end as value,
    null as out_of,
    concat_ws(
        ';',
        case when end_on is null and not coalesce(no_end, false) then 'end_on' end,
        case when decided_on < end_on then 'end_on;decided_on' end
    ) as lacking
from decisions
