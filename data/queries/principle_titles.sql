select
    principle,
    coalesce(arg_max(title_da, applies_from) filter (where applies_from <= $day), arg_min(title_da, applies_from)) as title_da,
    coalesce(arg_max(title_en, applies_from) filter (where applies_from <= $day), arg_min(title_en, applies_from)) as title_en
from principles
group by principle
order by principle
