-- A row a consultation. The rounds it belongs to are those whose evaluation counts it.
select
    c.*,
    centre.name as centre_name,
    committee.name as committee_name,
    (
        select string_agg(distinct r.round, ';' order by r.round)
        from (
            select
                unnest(cast($rounds as varchar[])) as round,
                unnest(cast($first_days as date[])) as first_day,
                unnest(cast($last_days as date[])) as last_day
        ) r
        where k.counted_on between r.first_day and r.last_day
    ) as rounds,
    a.groups
from consultations c
left join counted_consultations k on k.consultation = c.consultation
left join bodies centre on centre.body = c.centre
left join bodies committee on committee.body = c.committee
left join attendance a on a.consultation = c.consultation
where (cast($consultation as varchar) is null and c.removed_at is null) or c.consultation = $consultation
order by coalesce(c.end_on, c.start_on) desc nulls last, c.title collate da
