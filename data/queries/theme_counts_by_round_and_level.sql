-- How many counted assessments carry a theme, by round and level; without those of confidential words.
select t.theme, c.round, c.level, count(*)
from counted_assessments c
join assessments a using (assessment)
join assessment_themes t using (assessment)
where not a.closed
group by t.theme, c.round, c.level
order by t.theme collate da, c.round, c.level
