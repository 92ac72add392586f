-- On the day of the proposal is not before it. A plan's statutory hearing lies after its proposal by law: it counts as before
-- where another consultation of the same case had ended by then, and is no case otherwise.
select
    s.selection,
    s.consultation,
    case
        when hearing.consultation is not null
            then case when earlier.consultation is null then 'no_case' else 'known' end
        when s.start_on is null or s.proposal_on is null then 'unknown'
        else 'known'
    end as state,
    case
        when hearing.consultation is not null then case when earlier.consultation is not null then 1 end
        else cast(s.start_on < s.proposal_on as integer)
    end as value,
    null as out_of,
    concat_ws(
        ';',
        case when s.start_on is null then 'start_on' end,
        case when s.proposal_on is null then 'proposal_on' end
    ) as lacking
from selected s
left join plan_hearings hearing on hearing.selection = s.selection and hearing.consultation = s.consultation
left join (
    select distinct plan.consultation
    from plan_hearings plan
    join consultations other
        on other.case_number = plan.case_number
        and other.consultation <> plan.consultation
        and other.removed_at is null
        and other.end_on < plan.proposal_on
    where trim(plan.case_number) <> ''
) as earlier
    on earlier.consultation = s.consultation
