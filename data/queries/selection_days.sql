-- The days of each selection, as periods that don't overlap: of whose register, and by which day what has not happened is late.
select
    unnest(cast($selections as integer[])) as selection,
    unnest(cast($municipalities as varchar[])) as municipality,
    unnest(cast($as_of_days as date[])) as as_of,
    unnest(cast($first_days as date[])) as first_day,
    unnest(cast($last_days as date[])) as last_day
