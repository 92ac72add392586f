-- One row a consultation of the round, with what each indicator says of it: null where its records don't tell,
-- and beside it whether the indicator speaks to it at all. Dates in an impossible order tell nothing.
select
    c.consultation,
    cast(c.frame_published_on <= c.start_on as integer) as frame_published,
    true as frame_published_applies,
    case c.effect when 'none' then 0 when 'minor' then 1 when 'substantial' then 1 end as input_effect,
    c.decided_on is not null as input_effect_applies,
    cast(c.start_on < c.proposal_on as integer) as before_proposal,
    true as before_proposal_applies,
    case
        when c.end_on >= c.start_on then cast(c.end_on - c.start_on >= coalesce(c.statutory_days, $window_default_days) as integer)
    end as window_days,
    true as window_days_applies,
    case when c.decided_on >= c.end_on then c.decided_on - c.end_on end as decision_days,
    true as decision_days_applies,
    g.took_part as groups,
    true as groups_applies
from round_consultations c
left join (
    select consultation, count(*) filter (took_part) as took_part
    from consultation_groups
    group by consultation
    having count(took_part) > 0
) g using (consultation)
where c.round = $round
