-- Themes that differ only in capitals are one. One row a theme: how it is written by most assessments (in plain string order
-- where two are), without those of confidential words; ``folded`` is the theme in small letters.
select municipality, folded, theme
from (
    select
        t.municipality,
        lower(t.theme) as folded,
        t.theme,
        row_number() over (partition by t.municipality, lower(t.theme) order by count(*) desc, t.theme) as place
    from assessment_themes t
    join assessments a using (assessment)
    where not a.closed
    group by t.municipality, t.theme
) as spellings
where place = 1
