-- The hours that fit a matter of each planned scale: more than ``above``, at most ``up_to``; null where there is no such end.
-- See scale_bands.py.
select
    unnest(cast($band_selections as integer[])) as selection,
    unnest(cast($scales as varchar[])) as scale,
    unnest(cast($above as double[])) as above,
    unnest(cast($up_to as double[])) as up_to
