-- A scale whose band the norms don't set fits nothing and misses nothing.
select
    s.selection,
    s.consultation,
    case when s.hours_spent is null or band.scale is null then 'unknown' else 'known' end as state,
    case
        when s.hours_spent is null or band.scale is null then null
        when s.hours_spent <= band.above or s.hours_spent > band.up_to then 0
        else 1
    end as value,
    null as out_of,
    concat_ws(
        ';',
        case when s.hours_spent is null then 'hours_spent' end,
        case when s.scale is null then 'scale' end
    ) as lacking
from selected s
left join scale_bands band on band.selection = s.selection and band.scale = s.scale
