select c.principle, e.consultation, count(*) as assessments
from counted_assessments c
join assessment_evidence e using (assessment)
where c.round = $round
group by c.principle, e.consultation
order by c.principle, assessments desc, e.consultation
