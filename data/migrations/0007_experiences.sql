-- The third voice: what participants of a consultation answered about a principle, or whether it was meaningful and
-- relevant; counts only, no person. Asked on another day, or by another source, they are a row of their own.
create table experiences (
    consultation varchar not null references consultations (consultation),
    principle varchar not null check (principle in ('1', '2', '3', '4', '5', 'meaningful')),
    asked_on date,
    n1 integer not null check (n1 >= 0),
    n2 integer not null check (n2 >= 0),
    n3 integer not null check (n3 >= 0),
    n4 integer not null check (n4 >= 0),
    n5 integer not null check (n5 >= 0),
    dont_know integer not null check (dont_know >= 0),
    source varchar,
    check (greatest(n1, n2, n3, n4, n5, dont_know) > 0)
);

-- A register that has records gets the norm that a new one begins with (data/seed/reference).
insert into norms by name
select norm, value, unit, cast(applies_from as date) as applies_from, source
from seed_norms
where norm = 'experience_min' and norm not in (select norm from norms) and exists (from norms);
