-- That nothing is fixed names the frame too; words for one of the two alone do not.
select
    consultation,
    case
        when nothing_fixed or trim(coalesce(open_to_influence, '')) <> '' or trim(coalesce(not_open, '')) <> '' then 'known'
        else 'unknown'
    end as state,
    case
        when nothing_fixed then 1
        when trim(coalesce(open_to_influence, '')) <> '' and trim(coalesce(not_open, '')) <> '' then 1
        when trim(coalesce(open_to_influence, '')) <> '' or trim(coalesce(not_open, '')) <> '' then 0
    end as value,
    null as out_of,
    coalesce(nothing_fixed, false) or trim(coalesce(open_to_influence, '')) <> '' or trim(coalesce(not_open, '')) <> '' as recorded
from selected
