-- A consultation that was registered by mistake is marked as removed, and can be put back: what points to it still opens.
-- One that goes on without an end can be said to (no_end), apart from one whose end is not known.
alter table consultations add column removed_at timestamp;
alter table consultations add column removed_by varchar;
alter table consultations add column no_end boolean;

drop view counted_consultations;

-- The consultations that count: not removed, and run by the municipality or not known not to be. The day that places one in
-- a period is its last, or its first while it has no end. Which round that is: data/queries/selection.py
create view counted_consultations as
select c.*, coalesce(c.end_on, c.start_on) as counted_on
from consultations c
where coalesce(c.run_by_municipality, 'yes') <> 'no'
    and c.removed_at is null;
