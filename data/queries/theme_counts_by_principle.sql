-- How many counted assessments carry a theme, by principle; those of confidential words are for their own body alone.
select c.principle, t.theme, count(*) as assessments
from counted_assessments c
join assessments a using (assessment)
join assessment_themes t using (assessment)
where c.round = $round
    and not a.closed
group by c.principle, t.theme
order by c.principle, assessments desc, t.theme collate da
