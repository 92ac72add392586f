-- The norms that hold for each selection, by name; one that is not set has no row.
select
    unnest(cast($norm_selections as integer[])) as selection,
    unnest(cast($norm_names as varchar[])) as norm,
    unnest(cast($norm_values as double[])) as value
