-- A reason that is not recorded was not given; where nothing is fixed there is nothing to give a reason for.
select
    consultation,
    case when nothing_fixed or trim(coalesce(not_open, '')) = '' then 'no_case' else 'known' end as state,
    case
        when not coalesce(nothing_fixed, false) and trim(coalesce(not_open, '')) <> ''
            then cast(trim(coalesce(not_open_reason, '')) <> '' as integer)
    end as value,
    null as out_of,
    trim(coalesce(not_open_reason, '')) <> '' as recorded
from selected
