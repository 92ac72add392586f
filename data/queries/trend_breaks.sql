-- Days that break a trend: a body that took over from others begins, or a principle gets a new wording.
select b.active_from as day, b.name as body, string_agg(p.name, ';' order by p.name collate da) as predecessors
from body_successions s
join bodies b on b.body = s.body
join bodies p on p.body = s.predecessor
where b.active_from is not null
group by b.active_from, b.name
union all
select applies_from, null, null
from principles
where principle = $principle
    and applies_from > (select min(applies_from) from principles where principle = $principle)
order by day, body collate da nulls first
