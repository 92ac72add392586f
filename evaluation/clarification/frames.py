"""Principle 1: what people can influence is said before the start, and what they can't, with the reason."""

from evaluation.clarification.definition import PlanFacts, PlanRule, Remark
from evaluation.principles.sources import ADOPTED
from language import N_, Sentence


def _nothing_open(facts: PlanFacts) -> Remark | None:
    plan = facts.plan
    mend = Sentence(N_("Write what people can change. Otherwise it is information, not involvement."))
    if plan.influence == "inform":
        return Remark(Sentence(N_("The level of influence is “Inform”: then nothing is open.")), mend)
    if plan.start_on and not plan.anything_open:
        return Remark(Sentence(N_("Nothing is open to influence.")), mend)
    return None


def _no_reason(facts: PlanFacts) -> Remark | None:
    if facts.plan.lacks_reason:
        return Remark(
            Sentence(N_("There is no reason why this is not open.")), Sentence(N_("Write the reason."))
        )
    return None


def _frame_not_published(facts: PlanFacts) -> Remark | None:
    start, published = facts.plan.start_on, facts.plan.frame_published_on
    if start is None or (published and published <= start):
        return None
    problem = (
        Sentence(N_("The frame is published on {day}, after the start."), {"day": published})
        if published
        else Sentence(N_("There is no day on which the frame is published."))
    )
    return Remark(problem, Sentence(N_("Publish it on {day} or before."), {"day": start}))


RULES = (
    PlanRule(
        "nothing_open",
        1,
        ("open_to_influence",),
        N_("Nothing is open to influence, or people are only to be informed."),
        ADOPTED,
        _nothing_open,
    ),
    PlanRule(
        "no_reason", 1, ("not_open_reason",), N_("What is not open has no reason."), ADOPTED, _no_reason
    ),
    PlanRule(
        "frame_not_published",
        1,
        ("frame_published_on",),
        N_("The frame is not published on the day of the start or before."),
        ADOPTED,
        _frame_not_published,
    ),
)
