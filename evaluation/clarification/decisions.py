"""Principles 2, 3 and 4: the consultation lies between the decisions so that it can affect them, with time to
answer, and with progress.
"""

from datetime import date, timedelta

from evaluation.clarification.definition import PlanFacts, PlanRule, Remark
from evaluation.principles.sources import ADOPTED, OWN_PROPOSAL
from evaluation.units import quantity
from language import N_, Sentence


def _feedback_late(facts: PlanFacts) -> Remark | None:
    decision, feedback, limit = _decision(facts), facts.plan.feedback_on, facts.days("feedback_days")
    if decision is None or feedback is None or limit is None or (feedback - decision).days <= limit:
        return None
    return Remark(
        Sentence(
            N_("Participants are told only {days} after the decision."), {"days": _days(feedback, decision)}
        ),
        Sentence(N_("Tell them on {day} or before."), {"day": decision + timedelta(days=limit)}),
    )


def _frame_not_decided(facts: PlanFacts) -> Remark | None:
    start, decided = facts.plan.start_on, facts.plan.frame_decided_on
    if start is None or decided is None or start > decided:
        return None
    return Remark(
        Sentence(N_("It does not start after the frame is decided, on {day}."), {"day": decided}),
        Sentence(N_("Start later, or have the frame decided before.")),
    )


def _proposal_before_end(facts: PlanFacts) -> Remark | None:
    end, proposal = facts.plan.end_on, facts.plan.proposal_on
    if facts.plan.is_plan_hearing or end is None or proposal is None or proposal >= end:
        return None
    return Remark(
        Sentence(N_("The proposal is made before people have been heard.")),
        Sentence(N_("Make the proposal on {day} or later, so that it can use what they say."), {"day": end}),
    )


def _decision_before_end(facts: PlanFacts) -> Remark | None:
    gap = _gap(facts)
    if gap is None or gap >= 0:
        return None
    return Remark(Sentence(N_("The decision is taken before people have been heard.")), _later(facts))


def _decision_too_soon(facts: PlanFacts) -> Remark | None:
    gap, agenda = _gap(facts), facts.days("plan_agenda_days")
    if gap is None or agenda is None or not 0 <= gap < agenda:
        return None
    values = {"gap": quantity(gap, "days"), "agenda": quantity(agenda, "days")}
    text = N_(
        "There are {gap} from the end to the decision, and the case closes for the agenda {agenda} before the"
        " meeting: what people say can't lie before those who decide."
    )
    return Remark(Sentence(text, values), _later(facts))


def _no_time_to_answer(facts: PlanFacts) -> Remark | None:
    gap, agenda = _gap(facts), facts.days("plan_agenda_days")
    needed = facts.days("answering_days_min")
    if gap is None or agenda is None or needed is None or not agenda <= gap < agenda + needed:
        return None
    values = {"left": quantity(gap - agenda, "days"), "needed": quantity(needed, "days")}
    text = N_(
        "There are {left} to go through and answer what came in, before the case closes for the agenda. The"
        " norm is at least {needed}."
    )
    return Remark(Sentence(text, values), _later(facts))


def _decision_late(facts: PlanFacts) -> Remark | None:
    gap, limit = _gap(facts), facts.days("decision_days_max")
    if gap is None or limit is None or gap <= limit:
        return None
    assert facts.plan.end_on
    return Remark(
        Sentence(
            N_("The decision comes {gap} after the end. The norm is at most {limit}."),
            {"gap": quantity(gap, "days"), "limit": quantity(limit, "days")},
        ),
        Sentence(
            N_("Decide on {day} or before, or tell people why they must wait."),
            {"day": facts.plan.end_on + timedelta(days=limit)},
        ),
    )


def _gap(facts: PlanFacts) -> int | None:
    """Days from the planned end to the planned decision; None without one, or where none is expected."""
    end, decision = facts.plan.end_on, _decision(facts)
    return None if end is None or decision is None else (decision - end).days


def _decision(facts: PlanFacts) -> date | None:
    """The day of the planned decision; None without one, or where none is expected."""
    return None if facts.plan.decision_expected is False else facts.plan.decision_on


def _later(facts: PlanFacts) -> Sentence:
    """From which day on there is time to answer and to close the case for the agenda."""
    assert facts.plan.end_on
    needed = (facts.days("plan_agenda_days") or 0) + (facts.days("answering_days_min") or 0)
    day = facts.plan.end_on + timedelta(days=needed)
    return Sentence(N_("Decide on {day} or later, or end earlier."), {"day": day})


def _days(last: date, first: date) -> Sentence:
    return quantity((last - first).days, "days")


RULES = (
    PlanRule(
        "feedback_late",
        2,
        ("feedback_planned_on",),
        N_("Participants are told what came of it more than {feedback_days} after the decision."),
        OWN_PROPOSAL,
        _feedback_late,
        {"feedback_days": "days"},
    ),
    PlanRule(
        "frame_not_decided",
        3,
        ("frame_decided_on",),
        N_("It starts on the day on which the frame is decided, or before."),
        ADOPTED,
        _frame_not_decided,
    ),
    PlanRule(
        "proposal_before_end",
        3,
        ("planned_proposal_on",),
        N_("The proposal is made before the end. A plan's statutory hearing lies after its proposal by law."),
        ADOPTED,
        _proposal_before_end,
    ),
    PlanRule(
        "decision_before_end",
        3,
        ("planned_decision_on",),
        N_("The decision is taken before the end."),
        ADOPTED,
        _decision_before_end,
    ),
    PlanRule(
        "decision_too_soon",
        4,
        ("planned_decision_on",),
        N_("Fewer than {plan_agenda_days} lie between end and decision: the case has closed by then."),
        OWN_PROPOSAL,
        _decision_too_soon,
        {"plan_agenda_days": "days"},
    ),
    PlanRule(
        "no_time_to_answer",
        4,
        ("planned_decision_on",),
        N_(
            "Fewer than {answering_days_min} lie between the end and the day on which the case closes for the"
            " agenda, {plan_agenda_days} before the decision."
        ),
        OWN_PROPOSAL,
        _no_time_to_answer,
        {"answering_days_min": "days", "plan_agenda_days": "days"},
    ),
    PlanRule(
        "decision_late",
        4,
        ("planned_decision_on",),
        N_("The decision comes more than {decision_days_max} after the end."),
        OWN_PROPOSAL,
        _decision_late,
        {"decision_days_max": "days"},
    ),
)
