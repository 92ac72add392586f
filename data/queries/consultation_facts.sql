-- One selected consultation with all that its facts are told by: its record, where its decision stands, its window, its frame
-- and its groups, the hours of its scale, and the days off that lie in its time.
select
    d.*,
    date_diff('day', d.start_on, d.decided_on) as days_to_decision,
    date_diff('day', d.end_on, d.decided_on) as days_after_end,
    w.responds,
    w.days,
    w.period_days,
    w.statutory,
    w.weekdays,
    w.public_holidays,
    w.days_off,
    w.is_recorded,
    hearing.consultation is not null as is_plan_hearing,
    f.names_open,
    p.groups,
    band.above as hours_above,
    band.up_to as hours_up_to,
    (
        select string_agg(distinct o.name, ';' order by o.name)
        from days_off o
        where o.municipality = d.municipality
            and o.starts_on <= d.end_on
            and o.ends_on >= d.start_on
    ) as days_off_names
from decisions d
join response_windows w on w.selection = d.selection and w.consultation = d.consultation
join frames f on f.selection = d.selection and f.consultation = d.consultation
join group_participation p on p.selection = d.selection and p.consultation = d.consultation
left join plan_hearings hearing on hearing.selection = d.selection and hearing.consultation = d.consultation
left join scale_bands band on band.selection = d.selection and band.scale = d.scale
where d.consultation = $consultation
