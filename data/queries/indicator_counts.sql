-- By grouping, its key and the indicator: how many consultations in each state, and the figures that its measure has.
select
    grouped_by,
    grouping_key,
    indicator,
    count(*) as consultations,
    count(*) filter (where state = 'known') as known,
    count(*) filter (where state = 'unknown') as unknown,
    count(*) filter (where state = 'waiting') as waiting,
    cast(sum(case when measure <> 'median' then value end) as bigint) as numerator,
    cast(sum(case when value is null then null when measure = 'share' then 1 when measure = 'total' then out_of end) as bigint)
        as denominator,
    cast(median(case when measure = 'median' then value end) as double) as median
from judged
group by grouped_by, grouping_key, indicator
order by grouped_by, grouping_key, indicator
