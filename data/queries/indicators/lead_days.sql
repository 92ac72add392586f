-- Undecided beyond the band is outside it; where no decision is expected there is nothing to be early for.
select
    consultation,
    case
        when decision = 'no_case' then 'no_case'
        when start_on is null or band.least is null or band.most is null or decided_on < start_on then 'unknown'
        when decided_on is null and date_diff('day', start_on, cast($as_of as date)) <= band.most then 'waiting'
        else 'known'
    end as state,
    case
        when decision = 'no_case' or start_on is null or band.least is null or band.most is null then null
        when decided_on >= start_on then cast(date_diff('day', start_on, decided_on) between band.least and band.most as integer)
        when decided_on is null and date_diff('day', start_on, cast($as_of as date)) > band.most then 0
    end as value,
    null as out_of,
    concat_ws(
        ';',
        case when start_on is null then 'start_on' end,
        case when decided_on < start_on then 'start_on;decided_on' end
    ) as lacking
from decisions
cross join (
    select
        max(case when norm = 'lead_days_min' then value end) as least,
        max(case when norm = 'lead_days_max' then value end) as most
    from norms_in_force
) band
