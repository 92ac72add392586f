-- A body's earlier answers are its own, where it was expected in the previous round, else those of the nearest it came from that
-- were; and behind these, those of all it came from that were expected then and are not now (``beyond``). A merged body counts
-- once: up only where it rates above all of them, down only below all.
with recursive lineages as (
    select body, body as ancestor, false as beyond
    from expected_bodies
    where round = $round
    union
    select
        l.body,
        s.predecessor,
        l.beyond or l.ancestor in (select body from expected_bodies where round = $previous)
    from lineages l
    join body_successions s on s.body = l.ancestor
),
earlier as (
    select l.body, p.principle, min(p.rating) as lowest, max(p.rating) as highest
    from lineages l
    join counted_assessments p on p.body = l.ancestor
    where p.round = $previous
        and p.rating is not null
        and (not l.beyond or l.ancestor not in (select body from expected_bodies where round = $round))
    group by l.body, p.principle
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
    count(*) filter (rating > highest) as up,
    count(*) filter (rating between lowest and highest) as same,
    count(*) filter (rating < lowest) as down
from pairs
group by principle
