-- How many counted assessments carry a theme, by round and level; without those of confidential words.
select s.theme, c.round, c.level, count(distinct a.assessment)
from counted_assessments c
join assessments a using (assessment)
join assessment_themes t using (assessment)
join theme_spellings s on s.folded = lower(t.theme)
where not a.closed
group by s.theme, c.round, c.level
order by s.theme collate da, c.round, c.level
