-- The consultations of a round's period that fit a selection; null stands for all. A body's own are those of its centre or
-- committee. On carried days consultations ended that came after the closing of a round before.
select c.*
from counted_consultations c
where (
        c.counted_on between $period_from and $period_to
        or c.counted_on in (select unnest(cast($carried_days as date[])))
    )
    and (
        cast($bodies as varchar[]) is null
        or list_contains(cast($bodies as varchar[]), c.centre)
        or list_contains(cast($bodies as varchar[]), c.committee)
    )
    and ($centre is null or c.centre = $centre)
    and ($committee is null or c.committee = $committee)
    and ($scale is null or c.scale = $scale)
    and ($method is null or list_contains(string_split(c.methods, ';'), $method))
