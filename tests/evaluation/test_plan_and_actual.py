"""What was planned beside what came of it: only rows with a plan, and no difference where one is not
known.
"""

from datetime import date

from data.models import PlanAndActual
from evaluation.plan_and_actual import Comparison, compare
from language import Sentence, speak

START, END = date(2026, 3, 2), date(2026, 3, 30)


def said(row: Comparison) -> tuple[str, str | None]:
    """What a row is about, and its difference in words."""
    return row.what, None if row.difference is None else str(row.difference)


def test_days_and_hours_differ_by_so_many() -> None:
    """Later, earlier, as planned; more, fewer."""
    outcome = PlanAndActual(START, START, START, END, date(2026, 4, 6), END, date(2026, 3, 29), 60.0, 72.5)
    assert [said(row) for row in compare(outcome)] == [
        ("Start", "as planned"),
        ("End", "7 days later"),
        ("Decision", "1 day earlier"),
        ("Hours", "12.5 hours more"),
    ]


def test_groups_and_methods_that_did_not_come_and_that_came_besides() -> None:
    """Each by its name; the same ones in another order are as planned."""
    outcome = PlanAndActual(
        START,
        planned_methods=("workshop", "survey"),
        methods=("survey", "workshop"),
        planned_groups=("citizens", "young_people", "Naboer"),
        groups=("citizens", "businesses"),
    )
    assert [said(row) for row in compare(outcome)] == [
        ("Method", "as planned"),
        ("Groups", "without Young people and Naboer; also Businesses"),
    ]
    assert compare(outcome)[1].actual == (Sentence("Citizens"), Sentence("Businesses"))
    fewer, more = (
        PlanAndActual(START, planned_groups=planned, groups=groups)
        for planned, groups in (
            (("citizens", "Naboer"), ("citizens",)),
            (("citizens",), ("citizens", "Naboer")),
        )
    )
    assert [said(row)[1] for each in (fewer, more) for row in compare(each)] == [
        "without Naboer",
        "also Naboer",
    ]


def test_what_has_not_happened_has_no_difference() -> None:
    """And what was not planned has no row."""
    outcome = PlanAndActual(None, START, None, None, END, END, None, 60.0, None, None, ("survey",))
    assert [said(row) for row in compare(outcome)] == [("Start", None), ("Decision", None), ("Hours", None)]
    assert compare(PlanAndActual(None)) == []
    assert [speak("da")(row.what) for row in compare(outcome)][0] == "Start"
