-- The groups that took part in each consultation of which a group is recorded, in order: none where it is recorded that none of
-- them did, null where it is recorded of none whether it did. How many they are is counted in group_participation.sql.
select
    consultation,
    case when count(took_part) > 0 then coalesce(list("group" order by "group") filter (where took_part), []) end as groups
from consultation_groups
group by consultation
