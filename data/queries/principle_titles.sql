-- Each principle's titles as worded on a day, or as first worded where that was later.
select
    d.place,
    p.principle,
    coalesce(arg_max(p.title_da, p.applies_from) filter (where p.applies_from <= d.day), arg_min(p.title_da, p.applies_from)) as title_da,
    coalesce(arg_max(p.title_en, p.applies_from) filter (where p.applies_from <= d.day), arg_min(p.title_en, p.applies_from)) as title_en
from judging_days d
join principles p on p.municipality = d.municipality
group by d.place, p.principle
order by d.place, p.principle
