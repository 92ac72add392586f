-- Hours and cost apart by scale or method. Hours are summed over the consultations that have both planned and spent
-- ones, so that the two sums can be held against each other; cost over those that have one.
select
    kind,
    count(*) as consultations,
    count(*) filter (where hours_planned is not null and hours_spent is not null) as hours_known,
    sum(hours_planned) filter (where hours_spent is not null) as hours_planned,
    sum(hours_spent) filter (where hours_planned is not null) as hours_spent,
    count(*) filter (where hours_spent > hours_planned) as over_plan,
    count(cost_dkk) as cost_known,
    sum(cost_dkk) as cost_dkk
from grouped
where kind is not null
group by kind
order by kind
