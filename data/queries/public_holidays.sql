-- The public holidays of all years in which consultations run. See working_days.py.
select unnest(cast($holidays as date[])) as day
