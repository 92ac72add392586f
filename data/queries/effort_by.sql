-- Hours and cost apart by scale or method: how many consultations, of how many it is known, and the middle values.
select
    kind,
    count(*) as consultations,
    count(hours_spent) as hours_known,
    median(hours_planned) as hours_planned,
    median(hours_spent) as hours_spent,
    median(if(hours_planned > 0, hours_spent / hours_planned, null)) as spent_of_planned,
    count(cost_dkk) as cost_known,
    median(cost_dkk) as cost_dkk
from grouped
where kind is not null
group by kind
order by kind
