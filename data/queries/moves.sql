-- A body's earlier answers are its own, and those of its ``sources`` (:func:`data.queries.answers.earlier_bodies`). A merged body
-- counts once: up only where it rates above all of them, down only below all.
with rounds_held as (
    select unnest(cast($rounds as varchar[])) as round, unnest(cast($previous_rounds as varchar[])) as previous
),
sources as (
    select unnest(cast($successor_rounds as varchar[])) as round, unnest(cast($bodies as varchar[])) as body, unnest(cast($sources as varchar[])) as source
),
before as (
    select h.round, p.body, p.principle, p.rating
    from rounds_held h
    join counted_assessments p on p.round = h.previous
    where p.rating is not null
),
earlier as (
    select round, body, principle, min(rating) as lowest, max(rating) as highest
    from (
        select round, body, principle, rating
        from before
        union all
        select s.round, s.body, b.principle, b.rating
        from sources s
        join before b on b.round = s.round and b.body = s.source
    ) as answers
    group by round, body, principle
),
pairs as (
    select n.round, n.principle, n.rating, e.lowest, e.highest
    from counted_assessments n
    join earlier e on e.round = n.round and e.body = n.body and e.principle = n.principle
    where n.rating is not null
)
select
    round,
    principle,
    count(*) filter (where rating > highest) as up,
    count(*) filter (where rating between lowest and highest) as same,
    count(*) filter (where rating < lowest) as down
from pairs
group by round, principle
