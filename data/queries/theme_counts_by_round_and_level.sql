-- How many counted assessments carry a theme, by round and level.
select t.theme, c.round, c.level, count(*)
from counted_assessments c
join assessment_themes t using (assessment)
group by t.theme, c.round, c.level
order by t.theme collate da, c.round, c.level
