"""What a plan is warned of before a consultation starts: each rule by days counted on a calendar by hand."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from data import queries
from data.database import Store
from data.queries.indicator_counts import indicator_rows
from data.queries.selection import Selection
from data.schema import TABLES
from evaluation.clarification import IN_WORDS, RULES, plan_facts, warnings
from evaluation.clarification.definition import PlanFacts
from evaluation.clarification_words import warning_words, window_words
from evaluation.method import rule_words
from evaluation.scales import NORM_LABELS
from language import speak
from tests.support.examples import PlanExample
from tests.support.registers import take_all

PLAN = {
    "methods": "hearing",
    "influence": "hear",
    "frame_decided_on": "2027-02-01",
    "frame_published_on": "2027-03-15",
    "open_to_influence": "the colour",
    "not_open": "the place",
    "not_open_reason": "it is bought",
    "planned_start_on": "2027-04-05",  # a Monday; no day off until the planned end, a Monday too
    "planned_end_on": "2027-05-03",
    "planned_proposal_on": "2027-05-12",
    "planned_decision_on": "2027-06-02",
    "feedback_planned_on": "2027-06-16",
    "planned_groups": "citizens",
    "planned_groups_beyond": "young_people",
    "scale": "medium",
    "hours_planned": "100",
}


def p(rule: str, warned_of: str = "", today: str = "2026-11-28", **changes: str) -> PlanExample:
    """A row of the table."""
    return PlanExample(rule, changes, tuple(warned_of.split()), today)


EASTER = {"planned_end_on": "2027-04-04", "statutory_days": "14", "frame_published_on": "2027-03-01"}
CHRISTMAS = {
    "planned_start_on": "2026-12-14",
    "planned_end_on": "2027-01-11",
    "planned_decision_on": "2027-02-10",
    "feedback_planned_on": "2027-02-24",
    "frame_decided_on": "2026-11-01",
    "frame_published_on": "2026-12-01",
}
TABLE: list[PlanExample] = [
    p("Nothing is wrong: 28 days to respond, 30 to the decision."),
    p(
        "Without a planned start nothing that is still to be written is warned of.",
        planned_start_on="",
        open_to_influence="",
        frame_published_on="",
        planned_groups_beyond="",
    ),
    p("With one, nothing open is.", "nothing_open", open_to_influence=""),
    p("To inform is not to involve.", "nothing_open", influence="inform"),
    p("That nothing is fixed names the frame too.", open_to_influence="", nothing_fixed="yes", not_open=""),
    p("What is not open needs a reason.", "no_reason", not_open_reason=""),
    p(
        "Where nothing is fixed there is nothing to give a reason for.",
        not_open_reason="",
        nothing_fixed="yes",
    ),
    p("The frame needs a day.", "frame_not_published", frame_published_on=""),
    p("The day of the start is in time.", frame_published_on="2027-04-05"),
    p("The day after it is not.", "frame_not_published", frame_published_on="2027-04-06"),
    p("90 days after the decision is in time.", feedback_planned_on="2027-08-31"),
    p("91 are not.", "feedback_late", feedback_planned_on="2027-09-01"),
    p(
        "Nobody waits to be told where no decision is expected.",
        feedback_planned_on="2027-09-01",
        decision_expected="no",
    ),
    p("The frame is decided the day before.", frame_decided_on="2027-04-04"),
    p("On the day itself is too late.", "frame_not_decided", frame_decided_on="2027-04-05"),
    p("A proposal on the last day can use what came in.", planned_proposal_on="2027-05-03"),
    p("One before it can't.", "proposal_before_end", planned_proposal_on="2027-05-02"),
    p("A plan's hearing lies after its proposal.", plan_kind="local_plan", planned_proposal_on="2027-03-30"),
    p(
        "A workshop on a plan is no hearing of it.",
        "proposal_before_end",
        plan_kind="local_plan",
        methods="workshop",
        planned_proposal_on="2027-03-30",
    ),
    p(
        "A hearing goes by its other names.",
        plan_kind="local_plan",
        methods="workshop;Offentlig HØRING",
        planned_proposal_on="2027-03-30",
    ),
    p("A decision before the end.", "decision_before_end", planned_decision_on="2027-05-02"),
    p("On the last day, the case has closed.", "decision_too_soon", planned_decision_on="2027-05-03"),
    p("7 days after it too.", "decision_too_soon", planned_decision_on="2027-05-10"),
    p("After 8 there is no time to answer.", "no_time_to_answer", planned_decision_on="2027-05-11"),
    p("After 21 there are 13 days.", "no_time_to_answer", planned_decision_on="2027-05-24"),
    p("After 22 there are 14.", planned_decision_on="2027-05-25"),
    p("90 days are not late.", planned_decision_on="2027-08-01", feedback_planned_on="2027-08-31"),
    p("91 are.", "decision_late", planned_decision_on="2027-08-02", feedback_planned_on="2027-08-31"),
    p("No decision is expected.", planned_decision_on="2027-05-02", decision_expected="no"),
    p("The day before the start.", today="2027-04-04"),
    p("The start is today.", "start_is_past", today="2027-04-05"),
    p("It has started: too late to warn.", today="2027-04-05", start_on="2027-04-05", open_to_influence=""),
    p("27 days.", "shorter_than_usual", planned_end_on="2027-05-02"),
    p(
        "27 days, where the methods don't tell.",
        "shorter_than_usual",
        planned_end_on="2027-05-02",
        methods="",
    ),
    p("27 days of workshops.", planned_end_on="2027-05-02", methods="workshop"),
    p("A local plan has 28 days by law.", plan_kind="local_plan"),
    p("27 are too few.", "shorter_than_the_law", plan_kind="local_plan", planned_end_on="2027-05-02"),
    p("A municipal plan has 56.", "shorter_than_the_law", plan_kind="municipal_plan"),
    p("The longer period holds.", "shorter_than_the_law", plan_kind="local_plan", statutory_days="29"),
    p("Easter: 3 of 20 weekdays are 15 %.", planned_start_on="2027-03-08", **EASTER),
    p("3 of 19 are more.", "days_off", planned_start_on="2027-03-09", **EASTER),
    p("Christmas: 7 of 21 weekdays.", "days_off", **CHRISTMAS),
    p("An end before the start is told where days are written.", planned_end_on="2027-04-01"),
    p("Nobody beyond those affected.", "nobody_beyond", planned_groups_beyond=""),
    p("Businesses are relevant.", "no_businesses", businesses_relevant="yes"),
    p("They are sought out.", businesses_relevant="yes", planned_groups_beyond="businesses"),
    p("60 hours are small.", "effort", hours_planned="60"),
    p("60.5 are medium.", hours_planned="60.5"),
    p("250 too.", hours_planned="250"),
    p("251 are large.", "effort", hours_planned="251"),
    p("Without a scale nothing can be said.", hours_planned="251", scale=""),
]


def facts_of(store: Store, changes: dict[str, str], today: str) -> PlanFacts:
    """The plan with its changes in a register, looked at on a day."""
    own = TABLES["clarifications"].names
    row = {name: text for name, text in {**PLAN, **changes}.items() if text}
    consultation = {name: text for name, text in row.items() if name not in own}
    clarification = {name: text for name, text in row.items() if name in own}
    take_all(
        store,
        {
            "consultations": [{"consultation": "c1", "title": "Sti", **consultation}],
            "clarifications": [{"consultation": "c1", **clarification}],
        },
    )
    plan = queries.clarifications.plan(store, "c1")
    assert plan
    return plan_facts(store, plan, date.fromisoformat(today))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.rule)
def test_what_a_plan_is_warned_of(row: PlanExample, empty: Store) -> None:
    """By the norms that a new register begins with."""
    facts = facts_of(empty, row.changes, row.today)
    assert tuple(each.rule.id for each in warnings(facts)) == row.warnings


@dataclass(frozen=True)
class Outcome:
    """A plan, and the same consultation as it went: by a norm of ``limit``, on a day (``as_of``), the plan is
    warned of, and the indicator is not met, or neither is (``missed``).
    """

    rule: str
    planned: dict[str, str]
    actual: dict[str, str]
    limit: float
    missed: bool
    as_of: str = "2027-07-01"


INDICATOR_OF = {
    "decision_late": ("decision_days", "decision_days_max"),
    "feedback_late": ("feedback_given", "feedback_days"),
    "days_off": ("holiday_share", "holiday_window_max"),
}


def decision(day: str, limit: float, *, missed: bool, **more: str) -> Outcome:
    """Decided on the day that was planned; the end is 3 May."""
    planned, actual = {"planned_decision_on": day, **more}, {"decided_on": day, **more}
    return Outcome("decision_late", planned, actual, limit, missed)


def feedback(day: str, limit: float, *, missed: bool, **more: str) -> Outcome:
    """Decided on 2 June; nobody is told yet on the day that was planned for it."""
    planned, actual = {"feedback_planned_on": day, **more}, {"decided_on": "2027-06-02", **more}
    return Outcome("feedback_late", planned, actual, limit, missed, as_of=day or "2027-07-01")


def easter(end: str, limit: float, *, missed: bool) -> Outcome:
    """From Monday 22 March 2027: Maundy Thursday, Good Friday and Easter Monday are lost."""
    start = "2027-03-22"
    planned = {"planned_start_on": start, "planned_end_on": end}
    return Outcome("days_off", planned, {"start_on": start, "end_on": end}, limit, missed)


OUTCOMES = [
    decision("2027-08-01", 90, missed=False),
    decision("2027-08-02", 90, missed=True),
    decision("2027-08-01", 90.5, missed=False),
    decision("2027-08-02", 90.5, missed=True),
    decision("2027-05-02", 90, missed=False),
    decision("", 90, missed=False),
    decision("2027-08-02", 90, missed=False, decision_expected="no"),
    feedback("2027-08-31", 90, missed=False),
    feedback("2027-09-01", 90, missed=True),
    feedback("2027-08-31", 90.5, missed=False),
    feedback("2027-09-01", 90.5, missed=True),
    feedback("", 90, missed=False),
    feedback("2027-09-01", 90, missed=False, decision_expected="no"),
    easter("2027-04-02", 0.3, missed=False),  # 3 of 10 weekdays
    easter("2027-04-01", 0.3, missed=True),
    easter("2027-04-01", 0.3333333333333333, missed=False),  # 3 of 9: a third, as it can be written
    easter("2027-04-01", 0.3333333333333332, missed=True),
]


@pytest.mark.parametrize("row", OUTCOMES, ids=str)
def test_a_plan_is_warned_of_where_the_indicator_would_be_missed(row: Outcome, empty: Store) -> None:
    """At the limit and beside it, and where a day is missing; another consultation records when it told."""
    facts = facts_of(empty, row.planned, "2026-11-28")
    own = {"methods": "hearing", "start_on": PLAN["planned_start_on"], "end_on": PLAN["planned_end_on"]}
    actual = {name: text for name, text in {**own, **row.actual}.items() if text}
    other = {"end_on": "2027-01-04", "decided_on": "2027-02-01", "feedback_on": "2027-02-02"}
    rows = [{"consultation": "c2", **actual}, {"consultation": "c3", **other}]
    take_all(empty, {"consultations": [{"title": "Sti", **each} for each in rows]})
    indicator, norm = INDICATOR_OF[row.rule]
    norms = {**facts.norms, norm: row.limit}
    period = Selection(date(2027, 1, 1), date(2027, 12, 31), as_of=date.fromisoformat(row.as_of))
    judged = {each.consultation: each for each in indicator_rows(empty, period, [indicator], norms=norms)}
    warned_of = {each.rule.id for each in warnings(replace(facts, norms=norms))}
    bad = 1 if indicator == "holiday_share" else 0  # it counts those that lost too much
    assert (row.rule in warned_of, judged["c2"].value == bad) == (row.missed, row.missed)


def test_every_rule_has_an_example_a_field_and_its_norms() -> None:
    """Each has a source, stands beside a field that can be written, and names norms that exist."""
    assert {rule.id for rule in RULES} == {warned for row in TABLE for warned in row.warnings}
    fields = {*TABLES["consultations"].names, *TABLES["clarifications"].names}
    assert all(rule.source and set(rule.columns) <= fields and rule.columns for rule in RULES)
    assert {norm for rule in RULES for norm in rule.norms} <= set(NORM_LABELS)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_rules_are_said_with_the_norms_in_force(language: str) -> None:
    """On the method page, each with its numbers and none with a dash."""
    norms = dict.fromkeys([norm for rule in RULES for norm in rule.norms], 0.5)
    sentences = [speak(language).say(rule_words(rule, norms)) for rule in IN_WORDS]
    assert all("–" not in sentence and "{" not in sentence for sentence in sentences)


def test_a_warning_says_what_is_wrong_and_how_to_mend_it(empty: Store) -> None:
    """A Christmas window that is short, decided too soon, too large, and silent on its frame."""
    changes = {
        "planned_start_on": "2026-12-14",
        "planned_end_on": "2027-01-08",
        "planned_decision_on": "2027-01-13",
        "feedback_planned_on": "2027-02-01",
        "planned_proposal_on": "",
        "frame_decided_on": "2026-11-11",
        "frame_published_on": "",
        "not_open_reason": "",
        "planned_groups_beyond": "",
        "hours_planned": "300",
    }
    facts = facts_of(empty, changes, "2026-11-28")
    assert [warning_words(each, speak("en")) for each in warnings(facts)] == [
        "There is no reason why this is not open. Write the reason.",
        "There is no day on which the frame is published. Publish it on 14 December 2026 or before.",
        (
            "There are 5 days from the end to the decision, and the case closes for the agenda 8 days before"
            " the meeting: what people say can't lie before those who decide. Decide on 30 January 2027 or"
            " later, or end earlier."
        ),
        "There are 25 days to respond. The norm is at least 28 days. End on 11 January 2027 or later.",
        (
            "7 of 20 weekdays are days off. The norm is at most 15%. Move it, or let it run longer, because"
            " of: Jul og nytår."
        ),
        (
            "Nobody is sought out beyond those who are affected. Choose at least one group that can see the"
            " matter from outside."
        ),
        (
            "300 hours is more than the scale “Medium” calls for: at most 250 hours. Plan less, or write why"
            " the matter needs a larger scale."
        ),
    ]
    assert facts.window
    assert str(window_words(facts.window)) == "It runs 25 days. 13 of 20 weekdays are working days."
