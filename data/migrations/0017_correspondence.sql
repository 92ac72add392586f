-- Where a committee or a centre is written to: one address, or several with semicolons between.
alter table bodies add column email varchar;

drop view exchange_bodies;

create view exchange_bodies as
select b.*, s.succeeds
from bodies b
left join (
    select body, string_agg(predecessor, ';' order by predecessor) as succeeds from body_successions group by body
) s using (body);

-- When paper and form went out to a body, when it was reminded last, and when its answers came in. The last is filled only
-- where they came on another day than the one on which they were submitted here, which the history knows.
alter table meetings add column sent_on date;
alter table meetings add column reminded_on date;
alter table meetings add column received_on date;
