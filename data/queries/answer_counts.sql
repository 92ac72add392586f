select
    c.round,
    c.principle,
    c.level,
    c.rating,
    c.not_assessable,
    c.basis,
    e.assessment is not null as with_evidence,
    count(*) as bodies
from counted_assessments c
left join (select distinct assessment from assessment_evidence) e on e.assessment = c.assessment
where c.round in (select unnest(cast($rounds as varchar[])))
group by c.round, c.principle, c.level, c.rating, c.not_assessable, c.basis, e.assessment is not null
