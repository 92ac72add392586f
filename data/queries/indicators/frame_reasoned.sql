-- A reason that is not recorded was not given.
select
    consultation,
    case when trim(coalesce(not_open, '')) = '' then 'no_case' else 'known' end as state,
    case when trim(coalesce(not_open, '')) <> '' then cast(trim(coalesce(not_open_reason, '')) <> '' as integer) end as value,
    null as out_of
from selected
