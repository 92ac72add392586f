select c.principle, t.theme, count(*) as assessments
from counted_assessments c
join assessment_themes t using (assessment)
where c.round = $round
group by c.principle, t.theme
order by c.principle, assessments desc, t.theme collate da
