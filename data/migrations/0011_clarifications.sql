-- What is agreed before a consultation starts and has no place among its own columns: a row a consultation. Lists are joined
-- by semicolons. Columns that begin with agreed_ are the plan as it was when it was agreed, so that what came of it is held
-- against that and not against what was written later; the other plans stand in ``consultations``.
create table clarifications (
    consultation varchar primary key references consultations (consultation),
    new_to_try varchar,
    new_known_by varchar,
    feedback_planned_on date,
    feedback_how varchar,
    planned_proposal_on date,
    planned_decision_on date,
    decisions_between varchar,
    planned_groups varchar,
    planned_groups_beyond varchar,
    beyond_how varchar,
    scale_reason varchar,
    agreed_on date,
    agreed_by varchar,
    agreed_start_on date,
    agreed_end_on date,
    agreed_decision_on date,
    agreed_scale varchar,
    agreed_hours double,
    agreed_methods varchar,
    agreed_groups varchar
);

-- A register that has records gets the norm that a new one begins with (data/seed/reference).
insert into norms by name
select norm, value, unit, cast(applies_from as date) as applies_from, source
from seed_norms
where norm = 'answering_days_min' and norm not in (select norm from norms) and exists (from norms);
