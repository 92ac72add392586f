-- Undecided beyond the band is outside it; where no decision is expected there is nothing to be early for.
select
    d.selection,
    d.consultation,
    case
        when decision = 'no_case' then 'no_case'
        when start_on is null or least.value is null or most.value is null or decided_on < start_on then 'unknown'
        when decided_on is null and date_diff('day', start_on, as_of) <= most.value then 'waiting'
        else 'known'
    end as state,
    case
        when decision = 'no_case' or start_on is null or least.value is null or most.value is null then null
        when decided_on >= start_on then cast(date_diff('day', start_on, decided_on) between least.value and most.value as integer)
        when decided_on is null and date_diff('day', start_on, as_of) > most.value then 0
    end as value,
    null as out_of,
    concat_ws(
        ';',
        case when start_on is null then 'start_on' end,
        case when decided_on < start_on then 'start_on;decided_on' end
    ) as lacking
from decisions d
left join norms_in_force least on least.selection = d.selection and least.norm = 'lead_days_min'
left join norms_in_force most on most.selection = d.selection and most.norm = 'lead_days_max'
