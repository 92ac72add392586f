-- Undecided beyond the band is outside it; where no decision is expected there is nothing to be early for.
select
    selection,
    consultation,
    case
        when decision = 'no_case' then 'no_case'
        when start_on is null or lead_days_min is null or lead_days_max is null or decided_on < start_on then 'unknown'
        when decided_on is null and date_diff('day', start_on, as_of) <= lead_days_max then 'waiting'
        else 'known'
    end as state,
    case
        when decision = 'no_case' or start_on is null or lead_days_min is null or lead_days_max is null then null
        when decided_on >= start_on then cast(date_diff('day', start_on, decided_on) between lead_days_min and lead_days_max as integer)
        when decided_on is null and date_diff('day', start_on, as_of) > lead_days_max then 0
    end as value,
    null as out_of,
    concat_ws(
        ';',
        case when start_on is null then 'start_on' end,
        case when decided_on < start_on then 'start_on;decided_on' end
    ) as lacking
from decisions
