-- Themes that differ only in capitals are one. One row a theme: how it is written by most assessments (in plain string order
-- where two are), without those of confidential words; ``folded`` is the theme in small letters.
select folded, theme
from (
    select
        lower(t.theme) as folded,
        t.theme,
        row_number() over (partition by lower(t.theme) order by count(*) desc, t.theme) as place
    from assessment_themes t
    join assessments a using (assessment)
    where not a.closed
    group by t.theme
) as spellings
where place = 1
