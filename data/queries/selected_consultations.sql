-- The consultations of each selection's days that fit it; null stands for all. A body's own are those of its centre or
-- committee. The days from the first to the last of all selections are named beside the join, so that files and row groups
-- without any are passed over.
select d.selection, d.as_of, c.*
from counted_consultations c
join selection_days d on d.municipality = c.municipality and c.counted_on between d.first_day and d.last_day
where c.counted_on between $first_day and $last_day
    and (
        cast($bodies as varchar[]) is null
        or list_contains(cast($bodies as varchar[]), c.centre)
        or list_contains(cast($bodies as varchar[]), c.committee)
    )
    and ($centre is null or c.centre = $centre)
    and ($committee is null or c.committee = $committee)
    and ($scale is null or c.scale = $scale)
    and ($method is null or list_contains(string_split(c.methods, ';'), cast($method as varchar)))
