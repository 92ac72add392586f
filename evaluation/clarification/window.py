"""Principle 4: the time to respond lies ahead, is long enough, and is not lost to holidays.

How long it is, and what days it loses, is reckoned where that of finished consultations is.
"""

from datetime import timedelta

from data.queries.response_windows import ResponseWindow
from evaluation.clarification.definition import PlanFacts, PlanRule, Remark
from evaluation.principles.sources import OWN_PROPOSAL, PLANNING_ACT
from evaluation.units import quantity
from language import N_, Sentence


def _start_is_past(facts: PlanFacts) -> Remark | None:
    start = facts.plan.start_on
    if start is None or start > facts.today:
        return None
    problem = (
        Sentence(N_("The planned start is today."))
        if start == facts.today
        else Sentence(N_("The planned start has passed."))
    )
    return Remark(
        problem,
        Sentence(N_("Choose a later day: it counts as clarified only on a day before the start.")),
    )


def _shorter_than_the_law(facts: PlanFacts) -> Remark | None:
    window = _window(facts)
    if window is None or not window.statutory or window.long_enough:
        return None
    text = N_("There are {days} to respond. For this kind of plan the law asks for at least {period}.")
    return _too_short(facts, window, text)


def _shorter_than_usual(facts: PlanFacts) -> Remark | None:
    window = _window(facts)
    if window is None or window.statutory or window.long_enough:
        return None
    return _too_short(facts, window, N_("There are {days} to respond. The norm is at least {period}."))


def _days_off(facts: PlanFacts) -> Remark | None:
    window, limit = _window(facts), facts.norms.get("holiday_window_max")
    if window is None or window.lost_share is None or limit is None or window.lost_share <= limit:
        return None
    values = {"lost": window.lost_days, "weekdays": window.weekdays, "share": quantity(limit, "share")}
    text = N_("{lost} of {weekdays} weekdays are days off. The norm is at most {share}.")
    return Remark(Sentence(text, values), _moved(facts))


def _moved(facts: PlanFacts) -> Sentence:
    if facts.days_off:
        return Sentence(N_("Move it, or let it run longer, because of: {names}."), {"names": facts.days_off})
    return Sentence(N_("Move it, or let it run longer."))


def _too_short(facts: PlanFacts, window: ResponseWindow, text: str) -> Remark:
    assert facts.plan.start_on
    last_day = facts.plan.start_on + timedelta(days=int(window.period_days))
    values = {"days": quantity(window.days, "days"), "period": quantity(window.period_days, "days")}
    return Remark(Sentence(text, values), Sentence(N_("End on {day} or later."), {"day": last_day}))


def _window(facts: PlanFacts) -> ResponseWindow | None:
    """The time to respond, unless its methods have none."""
    return None if facts.window is None or facts.window.responds is False else facts.window


RULES = (
    PlanRule(
        "start_is_past",
        4,
        ("planned_start_on",),
        N_("The planned start is today or has passed."),
        OWN_PROPOSAL,
        _start_is_past,
    ),
    PlanRule(
        "shorter_than_the_law",
        4,
        ("planned_end_on",),
        N_("The time to respond is shorter than the law asks for with this kind of plan."),
        PLANNING_ACT,
        _shorter_than_the_law,
    ),
    PlanRule(
        "shorter_than_usual",
        4,
        ("planned_end_on",),
        N_("The time to respond is shorter than {window_default_days}, and no law sets another."),
        PLANNING_ACT,
        _shorter_than_usual,
        {"window_default_days": "days"},
    ),
    PlanRule(
        "days_off",
        4,
        ("planned_end_on",),
        N_("More than {holiday_window_max} of the weekdays are days off, as in July or at Christmas."),
        OWN_PROPOSAL,
        _days_off,
        {"holiday_window_max": "share"},
    ),
)
