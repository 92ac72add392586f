-- By consultation: how many groups took part, and whether one was sought out, came from beyond those affected, and was of
-- businesses; null where nothing of that is recorded.
select
    consultation,
    if(count(took_part) > 0, count(*) filter (took_part), null) as groups,
    bool_or(sought_out) as sought_out,
    bool_or(beyond_affected) as beyond,
    case
        when count(took_part) = 0 then null
        when count(*) filter ("group" = 'businesses') = 0 then false
        else bool_or(took_part) filter ("group" = 'businesses')
    end as businesses
from consultation_groups
semi join chosen using (consultation)
group by consultation
