-- Each thing that is judged (``place``), of whose register, and by which day.
select
    unnest(cast($places as integer[])) as place,
    unnest(cast($municipalities as varchar[])) as municipality,
    unnest(cast($days as date[])) as day
