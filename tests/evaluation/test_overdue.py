"""In which order actions are followed up."""

from datetime import date

import pytest

from data.models import Action
from evaluation.overdue import by_urgency, is_overdue

TODAY = date(2026, 11, 29)


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
