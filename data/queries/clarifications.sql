-- What is planned for one consultation, whichever table keeps it, and what the steps of the indicators say of it.
select
    c.consultation,
    c.title,
    c.case_number,
    centre.name as centre,
    committee.name as committee,
    c.started_by,
    c.influence,
    c.frame_decided_on,
    c.frame_published_on,
    c.nothing_fixed,
    c.open_to_influence,
    c.not_open,
    c.not_open_reason,
    c.methods,
    c.new_method,
    k.new_to_try,
    k.new_known_by,
    k.feedback_planned_on as feedback_on,
    k.feedback_how,
    c.decision_expected,
    k.planned_proposal_on as proposal_on,
    k.planned_decision_on as decision_on,
    k.decisions_between,
    c.planned_start_on as start_on,
    c.planned_end_on as end_on,
    c.plan_kind,
    k.planned_groups as groups,
    k.planned_groups_beyond as groups_beyond,
    k.beyond_how,
    c.businesses_relevant,
    c.scale,
    k.scale_reason,
    c.hours_planned as hours,
    c.start_on as started_on,
    c.clarified_on,
    k.agreed_on,
    k.agreed_by,
    f.nothing_fixed or f.names_open as anything_open,
    coalesce(reasoned.value = 0, false) as lacks_reason,
    hearing.consultation is not null as is_plan_hearing
from consultations c
left join bodies centre on centre.body = c.centre
left join bodies committee on committee.body = c.committee
left join clarifications k on k.consultation = c.consultation
join frames f on f.consultation = c.consultation
join frame_reasoned reasoned on reasoned.consultation = c.consultation
left join plan_hearings hearing on hearing.consultation = c.consultation
where c.consultation = $consultation
