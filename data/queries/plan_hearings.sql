-- The selected consultations that are a plan's statutory hearing: it has a kind of plan, and one of its methods is a hearing.
select s.selection, s.consultation, s.case_number, s.proposal_on
from selected s
join method_kinds kinds on kinds.selection = s.selection and kinds.methods = s.methods
where s.plan_kind is not null
    and kinds.is_hearing
