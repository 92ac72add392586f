-- A body and all those it took over from, directly or through others.
with recursive lineage as (
    select $body as body
    union
    select s.predecessor
    from lineage l
    join body_successions s on s.body = l.body
)
select body
from lineage
order by body <> $body, body
