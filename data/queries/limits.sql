-- What single consultations of a selection are held against, a column a norm; null where it is not set.
select
    selection,
    max(case when norm = 'decision_days_max' then value end) as decision_days_max,
    max(case when norm = 'feedback_days' then value end) as feedback_days,
    max(case when norm = 'lead_days_min' then value end) as lead_days_min,
    max(case when norm = 'lead_days_max' then value end) as lead_days_max,
    max(case when norm = 'window_default_days' then value end) as window_default_days,
    max(case when norm = 'holiday_window_max' then value end) as holiday_window_max
from norms_in_force
group by selection
