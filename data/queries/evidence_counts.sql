select c.round, c.principle, e.consultation, count(*) as assessments
from counted_assessments c
join assessment_evidence e using (assessment)
where c.round in (select unnest(cast($rounds as varchar[])))
group by c.round, c.principle, e.consultation
order by c.round, c.principle, assessments desc, e.consultation
