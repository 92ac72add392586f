-- Of the weekdays from start to end, both counted. A quotient of whole numbers is rounded to the same number as the norm that
-- it equals, so that a share exactly at the limit is not above it.
select
    consultation,
    case
        when not responds then 'no_case'
        when responds is null or not is_recorded or weekdays = 0 or days is null or allowed.share is null then 'unknown'
        else 'known'
    end as state,
    case
        when responds and is_recorded and weekdays > 0
            then cast(cast(public_holidays + days_off as double) / weekdays > allowed.share as integer)
    end as value,
    null as out_of,
    window_lacks as lacking
from response_windows
cross join (select max(value) as share from norms_in_force where norm = 'holiday_window_max') allowed
