-- Of two consultations that are the same, one is kept; the other is removed, and says where it went.
alter table consultations add column merged_into varchar;

drop view counted_consultations;

-- The consultations that count: not removed, and run by the municipality or not known not to be. The day that places one in
-- a period is its last, or its first while it has no end. Which round that is: data/queries/selection.py
create view counted_consultations as
select c.*, coalesce(c.end_on, c.start_on) as counted_on
from consultations c
where coalesce(c.run_by_municipality, 'yes') <> 'no'
    and c.removed_at is null;
