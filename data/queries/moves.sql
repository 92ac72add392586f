-- A body's earlier answers are those of its ``sources`` (:func:`data.queries.answers.sources`). A merged body counts once: up
-- only where it rates above all of them, down only below all.
with sources as (
    select unnest(cast($bodies as varchar[])) as body, unnest(cast($sources as varchar[])) as source
),
earlier as (
    select s.body, p.principle, min(p.rating) as lowest, max(p.rating) as highest
    from sources s
    join counted_assessments p on p.body = s.source
    where p.round = $previous
        and p.rating is not null
    group by s.body, p.principle
),
pairs as (
    select n.principle, n.rating, e.lowest, e.highest
    from counted_assessments n
    join earlier e on e.body = n.body and e.principle = n.principle
    where n.round = $round
        and n.rating is not null
)
select
    principle,
    count(*) filter (where rating > highest) as up,
    count(*) filter (where rating between lowest and highest) as same,
    count(*) filter (where rating < lowest) as down
from pairs
group by principle
