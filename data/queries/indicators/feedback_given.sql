-- A missing date is a no, unless the register keeps none, or it can still come.
select
    d.selection,
    d.consultation,
    case
        when decision in ('no_case', 'late') then 'no_case'
        when decision = 'waiting' then 'waiting'
        when decision = 'unknown' or feedback_on < decided_on or feedback_days is null then 'unknown'
        when feedback_on >= decided_on then 'known'
        when date_diff('day', decided_on, as_of) <= feedback_days then 'waiting'
        when register.dates = 0 then 'unknown'
        else 'known'
    end as state,
    case
        when decision <> 'decided' or feedback_on < decided_on or feedback_days is null then null
        when feedback_on >= decided_on then 1
        when register.dates > 0 and date_diff('day', decided_on, as_of) > feedback_days then 0
    end as value,
    null as out_of,
    case
        when decision = 'unknown' then decision_lacks
        when feedback_on < decided_on then 'decided_on;feedback_on'
        when register.dates = 0 and feedback_days is not null then 'feedback_on'
    end as lacking,
    centre,
    feedback_on is not null as recorded
from decisions d
join (
    select selection, count(feedback_on) filter (where decision in ('decided', 'unknown')) as dates
    from decisions
    group by selection
) register
    on register.selection = d.selection
