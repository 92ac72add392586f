-- Without a single date of feedback the register does not keep them, and nobody can be said not to have been told.
select
    consultation,
    case
        when decided_on is null then 'no_case'
        when feedback_on >= decided_on then 'known'
        when feedback_on is null and register.feedback_dates > 0 then 'known'
        else 'unknown'
    end as state,
    case
        when feedback_on >= decided_on then 1
        when decided_on is not null and feedback_on is null and register.feedback_dates > 0 then 0
    end as value,
    null as out_of
from selected
cross join (select count(feedback_on) as feedback_dates from selected where decided_on is not null) register
