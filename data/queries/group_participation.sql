-- One row a selected consultation: how many groups took part, and whether one was sought out, came from beyond those
-- affected, and was of businesses; null where nothing of that is recorded.
select s.selection, s.consultation, s.businesses_relevant, g.groups, g.sought_out, g.beyond, g.businesses
from selected s
left join (
    select
        consultation,
        case when count(took_part) > 0 then count(*) filter (where took_part) end as groups,
        bool_or(sought_out) as sought_out,
        bool_or(beyond_affected) as beyond,
        case
            when count(took_part) > 0 then coalesce(bool_or(took_part) filter (where "group" = 'businesses'), false)
        end as businesses
    from consultation_groups
    where consultation in (select consultation from selected)
    group by consultation
) g on g.consultation = s.consultation
