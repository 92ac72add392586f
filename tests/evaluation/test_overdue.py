"""What is late, and in which order actions are followed up."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from data import queries
from data.models import Action
from evaluation.body_standing import standings
from evaluation.collection import collect
from evaluation.evaluate import find_round
from evaluation.overdue import by_urgency, is_overdue
from tests.support.registers import BODIES, ROUNDS, new_filled

TODAY = date(2026, 11, 29)
DUE = date(2025, 11, 28)
"""The day on which the round closes: nobody has a meeting."""


def action(key: str, due_on: date | None, outcome: str | None = None) -> Action:
    """One action under the first principle."""
    return Action(key, "2022-2025/endterm", "1", key, "By", due_on, "started", outcome)


@pytest.mark.parametrize(
    ("due_on", "outcome", "expected"),
    [
        (date(2026, 11, 28), None, True),
        (TODAY, None, False),  # the day itself is not past
        (date(2026, 11, 28), "Det skete.", False),
        (None, None, False),
    ],
)
def test_overdue_is_past_its_day_without_an_outcome(
    due_on: date | None, outcome: str | None, expected: bool
) -> None:
    """Whatever its state says."""
    assert is_overdue(action("a", due_on, outcome), TODAY) is expected


@pytest.mark.parametrize(
    ("status", "today", "expected"),
    [("open", DUE, False), ("open", DUE + timedelta(1), True), ("closed", DUE + timedelta(1), False)],
)
def test_an_answer_that_is_begun_is_late_too(
    own_register: Path, status: str, today: date, expected: bool
) -> None:
    """For the table of answers and for reminders alike; nothing is late in a round that is over."""
    drafts = [
        {
            "round": ROUNDS[1]["round"],
            "body": "plan",
            "principle": number,
            "status": "draft",
            "justification": "Ord",
        }
        for number in "12345"
    ]
    rounds = [{**ROUNDS[1], "status": status}]
    store = new_filled(own_register, {"rounds": rounds, "bodies": BODIES, "assessments": drafts})
    now = find_round(store, ROUNDS[1]["round"])
    norms = queries.norms.in_force(store, now.opening_day)
    cells = collect(store, now, norms, today)
    (plan,) = [each for each in standings(store, now, norms) if each.body.key == "plan"]
    store.close()
    assert {cell.is_late(today) for cell in cells} == {expected}
    assert plan.is_late(today) is expected


def test_the_most_urgent_come_first() -> None:
    """Overdue, then waiting by their day, then without a day, then those that have their outcome."""
    keys = [
        ("done", date(2025, 1, 1), "Det skete."),
        ("undated", None, None),
        ("soon", date(2026, 12, 1), None),
        ("late", date(2026, 11, 1), None),
        ("latest", date(2026, 10, 1), None),
    ]
    ordered = by_urgency([action(*each) for each in keys], TODAY)
    assert [each.action for each in ordered] == ["latest", "late", "soon", "undated", "done"]
