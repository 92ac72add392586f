-- Of each norm the value with the latest date that applies on a day. A share may be written in per cent.
select
    d.place,
    n.norm,
    arg_max(case when n.unit = '%' then n.value / 100 else n.value end, n.applies_from) as value
from judging_days d
join norms n on n.municipality = d.municipality and n.applies_from <= d.day
group by d.place, n.norm
