-- The consultations of a period that fit a selection; null stands for all.
select c.*
from counted_consultations c
where c.counted_on between $period_from and $period_to
    and ($centre is null or c.centre = $centre)
    and ($committee is null or c.committee = $committee)
    and ($scale is null or c.scale = $scale)
    and ($method is null or list_contains(string_split(c.methods, ';'), $method))
