-- The plan of one consultation as it was agreed, or as it stands where it never was, beside what came of it. Its methods are
-- those that were used, so that without an agreement nothing tells which were planned.
select
    k.agreed_on,
    case when k.agreed_on is null then c.planned_start_on else k.agreed_start_on end as planned_start_on,
    c.start_on,
    case when k.agreed_on is null then c.planned_end_on else k.agreed_end_on end as planned_end_on,
    c.end_on,
    case when k.agreed_on is null then k.planned_decision_on else k.agreed_decision_on end as planned_decision_on,
    c.decided_on,
    case when k.agreed_on is null then c.hours_planned else k.agreed_hours end as planned_hours,
    c.hours_spent as hours,
    k.agreed_methods as planned_methods,
    c.methods,
    k.agreed_groups as planned_groups,
    a.groups
from consultations c
left join clarifications k on k.consultation = c.consultation
left join attendance a on a.consultation = c.consultation
where c.consultation = $consultation
