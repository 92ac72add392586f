-- Of the weekdays from start to end, both counted. A quotient of whole numbers is rounded to the same number as the norm that
-- it equals, so that a share exactly at the limit is not above it.
select
    selection,
    consultation,
    case
        when not responds then 'no_case'
        when responds is null or not is_recorded or weekdays = 0 or days is null or holiday_window_max is null then 'unknown'
        else 'known'
    end as state,
    case
        when responds and is_recorded and weekdays > 0
            then cast(cast(public_holidays + days_off as double) / weekdays > holiday_window_max as integer)
    end as value,
    null as out_of,
    window_lacks as lacking
from response_windows
