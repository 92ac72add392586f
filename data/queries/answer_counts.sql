select
    c.principle,
    c.level,
    c.rating,
    c.not_assessable,
    c.basis,
    c.assessment in (select assessment from assessment_evidence) as with_evidence,
    count(*) as bodies
from counted_assessments c
where c.round = $round
group by all
