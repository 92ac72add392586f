-- On the day of the decision is in time; later is too late, and no date is a no, unless the register keeps none.
select
    d.selection,
    d.consultation,
    case
        when decision in ('no_case', 'late') then 'no_case'
        when decision = 'waiting' then 'waiting'
        when decision = 'unknown' or (presented_on is null and register.dates = 0) then 'unknown'
        else 'known'
    end as state,
    case
        when decision = 'decided' and register.dates > 0 then cast(coalesce(presented_on <= decided_on, false) as integer)
    end as value,
    null as out_of,
    case when decision = 'unknown' then decision_lacks when register.dates = 0 then 'presented_on' end as lacking,
    centre,
    presented_on is not null as recorded
from decisions d
join (
    select selection, count(presented_on) filter (where decision in ('decided', 'unknown')) as dates
    from decisions
    group by selection
) register
    on register.selection = d.selection
