-- The selected consultations, each with where its decision stands on the day the round is judged by: decided, waiting (it can
-- still come in time), late, no_case (none is expected), or unknown. ``decision_lacks``
-- is the column without which that is unknown.
select
    s.*,
    l.decision_days_max,
    l.feedback_days,
    l.lead_days_min,
    l.lead_days_max,
    case
        when not coalesce(s.decision_expected, true) then 'no_case'
        when s.decided_on is not null then 'decided'
        when s.end_on is null or l.decision_days_max is null then 'unknown'
        when date_diff('day', s.end_on, s.as_of) > l.decision_days_max then 'late'
        else 'waiting'
    end as decision,
    case
        when s.end_on is null and coalesce(s.no_end, false) then 'decided_on'
        when s.end_on is null then 'end_on'
    end as decision_lacks
from selected s
left join limits l on l.selection = s.selection
