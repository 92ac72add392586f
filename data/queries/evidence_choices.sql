-- The body's own consultations of the period (or those of a body it took over from), then everybody else's.
with recursive own as (
    select $body as body
    union
    select s.predecessor from own o join body_successions s on s.body = o.body
)
select consultation, title
from round_consultations
where round = $round
order by centre in (from own) or committee in (from own) desc, title collate da
