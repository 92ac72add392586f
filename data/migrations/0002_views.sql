-- The rules that say who is asked and what counts, each in one place.

-- The day on which a round's bodies and norms are read: when it opens, or its last day while that is not set.
create view round_days as
select round, term, kind, status, period_from, period_to, coalesce(opens_on, period_to) as opening_day
from rounds;

-- The bodies expected to answer: those that exist on the day the round opens.
create view expected_bodies as
select r.round, b.body, b.level, b.name
from round_days r
join bodies b
    on coalesce(b.active_from, r.opening_day) <= r.opening_day
    and coalesce(b.active_to, r.opening_day) >= r.opening_day;

-- The assessments that count: submitted, about the whole round, by an expected body.
create view counted_assessments as
select a.assessment, a.round, a.body, e.level, a.principle, a.rating, a.not_assessable, a.basis
from assessments a
join expected_bodies e on e.round = a.round and e.body = a.body
where a.status = 'submitted'
    and a.consultation is null;

-- The previous round: the latest one before it that was held, that is, opened or answered.
create view previous_rounds as
select r.round, arg_max(p.round, p.opening_day) as previous_round
from round_days r
join round_days p on p.opening_day < r.opening_day
where p.status <> 'planned'
    or exists (from assessments a where a.round = p.round and a.status = 'submitted')
group by r.round;

-- A consultation belongs to the round whose period holds its end date (its start date while it has no end).
create view round_consultations as
select r.round, c.*
from rounds r
join consultations c on coalesce(c.end_on, c.start_on) between r.period_from and r.period_to
where coalesce(c.run_by_municipality, 'yes') <> 'no';

-- Tables with links, as their exchange files show them: the links joined by semicolons, in order.
create view exchange_bodies as
select b.*, s.succeeds
from bodies b
left join (
    select body, string_agg(predecessor, ';' order by predecessor) as succeeds from body_successions group by body
) s using (body);

create view exchange_assessments as
select a.*, t.themes, e.evidence
from assessments a
left join (
    select assessment, string_agg(theme, ';' order by theme) as themes from assessment_themes group by assessment
) t using (assessment)
left join (
    select assessment, string_agg(consultation, ';' order by consultation) as evidence
    from assessment_evidence
    group by assessment
) e using (assessment);
