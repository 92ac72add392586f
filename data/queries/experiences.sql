-- What participants of the selected consultations answered, by question. Rows of another day or source are summed.
select
    s.selection,
    e.principle,
    count(distinct e.consultation) as consultations,
    cast(sum(e.n1) as bigint) as n1,
    cast(sum(e.n2) as bigint) as n2,
    cast(sum(e.n3) as bigint) as n3,
    cast(sum(e.n4) as bigint) as n4,
    cast(sum(e.n5) as bigint) as n5,
    cast(sum(e.dont_know) as bigint) as dont_know
from experiences e
join selected s on s.consultation = e.consultation
group by s.selection, e.principle
order by s.selection, e.principle
