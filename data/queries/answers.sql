select
    e.body,
    e.name,
    e.level,
    p.principle,
    coalesce(a.status, 'missing') as status,
    case when a.status = 'submitted' then a.rating end as rating,
    coalesce(a.status = 'submitted' and a.not_assessable, false) as not_assessable,
    case when a.status = 'submitted' then a.basis end as basis
from expected_bodies e
cross join (select unnest([1, 2, 3, 4, 5]) as principle) p
left join assessments a
    on a.round = e.round and a.body = e.body and a.principle = p.principle and a.consultation is null
where e.round = $round
order by e.level = 'centre', e.name collate da, p.principle
