-- The selected consultations, each with where its decision stands on the day the round is judged by: decided, waiting (it can
-- still come in time), late, no_case (none is expected), or unknown.
select
    s.*,
    case
        when not coalesce(s.decision_expected, true) then 'no_case'
        when s.decided_on is not null then 'decided'
        when s.end_on is null or allowed.days is null then 'unknown'
        when date_diff('day', s.end_on, cast($as_of as date)) > allowed.days then 'late'
        else 'waiting'
    end as decision
from selected s
cross join (select max(value) as days from norms_in_force where norm = 'decision_days_max') allowed
