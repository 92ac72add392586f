-- One row a chosen consultation, with what each indicator says of it: null where its records don't tell, or where the
-- indicator does not speak to it. An indicator that does not speak to all says beside it to which it does (…_applies).
-- Dates in an impossible order tell nothing.
select
    c.consultation,
    c.counted_on,
    c.centre,
    c.committee,
    c.scale,
    c.methods,
    cast(c.frame_published_on <= c.start_on as integer) as frame_published,
    trim(coalesce(c.not_open, '')) <> '' as frame_reasoned_applies,
    if(frame_reasoned_applies, cast(trim(coalesce(c.not_open_reason, '')) <> '' as integer), null) as frame_reasoned,
    case when c.decided_on is null or c.effect = 'unknown' then null else cast(c.effect <> 'none' as integer) end as input_effect,
    c.decided_on is not null as input_effect_applies,
    if(c.contributions_answered <= c.contributions, c.contributions_answered, null) as answered,
    if(c.contributions_answered <= c.contributions, c.contributions, null) as answered_of,
    -- Without a single date of feedback the register does not keep them, and nobody can be said not to have been told.
    case
        when c.feedback_on >= c.decided_on then 1
        when c.decided_on is not null and c.feedback_on is null and (select count(feedback_on) from chosen where decided_on is not null) > 0 then 0
    end as feedback_given,
    c.decided_on is not null as feedback_given_applies,
    cast(c.new_method as integer) as new_method,
    cast(c.start_on < c.proposal_on as integer) as before_proposal,
    cast(c.start_on > c.frame_decided_on as integer) as after_frame,
    if(c.decided_on >= c.start_on, c.decided_on - c.start_on, null) as lead_days,
    if(
        c.end_on >= c.start_on,
        cast(c.end_on - c.start_on >= coalesce(c.statutory_days, law.days, $window_default_days) as integer),
        null
    ) as window_days,
    if(
        c.end_on >= c.start_on,
        (last_day.free_until - before_first.free_until) / (c.end_on - c.start_on + 1),
        null
    ) as holiday_share,
    if(c.decided_on >= c.end_on, c.decided_on - c.end_on, null) as decision_days,
    cast(abs(c.end_on - c.planned_end_on) <= $on_plan_days as integer) as on_plan,
    g.groups,
    cast(g.sought_out as integer) as sought_out,
    cast(g.beyond as integer) as beyond,
    if(c.businesses_relevant, cast(g.businesses as integer), null) as businesses,
    coalesce(c.businesses_relevant, false) as businesses_applies,
    c.hours_spent / nullif(c.participants, 0) as hours_per_participant,
    if(c.scale = 'small', hours_per_participant, null) as hours_per_participant_small,
    c.scale = 'small' as hours_per_participant_small_applies,
    if(c.scale = 'medium', hours_per_participant, null) as hours_per_participant_medium,
    c.scale = 'medium' as hours_per_participant_medium_applies,
    if(c.scale = 'large', hours_per_participant, null) as hours_per_participant_large,
    c.scale = 'large' as hours_per_participant_large_applies,
    case c.scale
        when 'small' then cast(c.hours_spent <= $scale_small_max_hours as integer)
        when 'medium' then if(
            $scale_small_max_hours + $scale_medium_max_hours is null,
            null,
            cast(c.hours_spent > $scale_small_max_hours and c.hours_spent <= $scale_medium_max_hours as integer)
        )
        when 'large' then cast(c.hours_spent > $scale_medium_max_hours as integer)
    end as scale_fit
from chosen c
left join (
    select *, lead(applies_from) over (partition by plan_kind order by applies_from) as applies_until from statutory_periods
) law on law.plan_kind = c.plan_kind and c.start_on >= law.applies_from and coalesce(c.start_on < law.applies_until, true)
left join calendar last_day on last_day.day = c.end_on
left join calendar before_first on before_first.day = c.start_on - 1
left join groups_of g on g.consultation = c.consultation
