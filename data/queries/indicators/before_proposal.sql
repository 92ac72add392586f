-- On the day of the proposal is not before it. A plan's statutory hearing lies after its proposal by law: it counts as before
-- where another consultation of the same case had ended by then, and is no case otherwise.
select
    s.selection,
    s.consultation,
    case
        when s.plan_kind is not null and kinds.is_hearing
            then case when earlier.consultation is null then 'no_case' else 'known' end
        when s.start_on is null or s.proposal_on is null then 'unknown'
        else 'known'
    end as state,
    case
        when s.plan_kind is not null and kinds.is_hearing then case when earlier.consultation is not null then 1 end
        else cast(s.start_on < s.proposal_on as integer)
    end as value,
    null as out_of,
    concat_ws(
        ';',
        case when s.start_on is null then 'start_on' end,
        case when s.proposal_on is null then 'proposal_on' end
    ) as lacking
from selected s
left join method_kinds kinds on kinds.selection = s.selection and kinds.methods = s.methods
left join (
    select distinct hearing.consultation
    from (
        select plan.consultation, plan.case_number, plan.proposal_on
        from selected plan
        join method_kinds plan_kinds on plan_kinds.selection = plan.selection and plan_kinds.methods = plan.methods
        where plan.plan_kind is not null
            and plan.proposal_on is not null
            and trim(plan.case_number) <> ''
            and plan_kinds.is_hearing
    ) as hearing
    join consultations other
        on other.case_number = hearing.case_number
        and other.consultation <> hearing.consultation
        and other.removed_at is null
        and other.end_on < hearing.proposal_on
) as earlier
    on earlier.consultation = s.consultation
