-- How many counted assessments carry a theme, by principle; those of confidential words are for their own body alone.
select c.round, c.principle, s.theme, count(distinct c.assessment) as assessments
from counted_assessments c
join assessments a on a.assessment = c.assessment
join assessment_themes t on t.assessment = c.assessment
join theme_spellings s on s.municipality = t.municipality and s.folded = lower(t.theme)
where c.round in (select unnest(cast($rounds as varchar[])))
    and not a.closed
group by c.round, c.principle, s.theme
order by c.round, c.principle, assessments desc, s.theme
