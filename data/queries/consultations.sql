select
    c.*,
    centre.name as centre_name,
    committee.name as committee_name,
    (
        select string_agg(r.round, ';' order by r.period_from)
        from rounds r
        where coalesce(c.end_on, c.start_on) between r.period_from and r.period_to
    ) as rounds,
    g.groups
from consultations c
left join bodies centre on centre.body = c.centre
left join bodies committee on committee.body = c.committee
left join (
    select consultation, list("group" order by "group") filter (took_part) as groups
    from consultation_groups
    group by consultation
) g using (consultation)
order by coalesce(c.end_on, c.start_on) desc nulls last, c.title collate da
