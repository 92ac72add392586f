select
    a.assessment, a.round, a.body, b.name, b.level, a.principle, a.rating, a.not_assessable, a.basis,
    a.justification, a.dissent, a.worked_well, a.to_change, a.daily_meeting, a.closed, a.status,
    a.themes, a.evidence, a.version, e.body is not null and a.status = 'submitted' as counted
from exchange_assessments a
join bodies b using (body)
left join expected_bodies e on e.round = a.round and e.body = a.body
where a.round = $round
    and a.consultation is null
    and a.principle = coalesce($principle, a.principle)
order by a.principle, b.level = 'centre', b.name collate da
