"""What is past its day, which actions have ended, and the order in which one follows them up.

An answer is late by :meth:`evaluation.collection.Cell.is_late`, a body by
:meth:`evaluation.body_standing.BodyStanding.is_late`, a paper overdue by
:meth:`evaluation.calendar_warnings.PlannedBody.is_overdue`; the days are those of ``evaluation/calendar.py``.
"""

from collections.abc import Iterable
from datetime import date

from data.models import Action


def has_passed(due: date | None, today: date) -> bool:
    """Whether the day by which something was due is over; never where none is set."""
    return due is not None and due < today


def has_ended(action: Action) -> bool:
    """Whether nothing more is to be done, whatever is said of what became of it."""
    return action.state in ("done", "dropped")


def is_overdue(action: Action, today: date) -> bool:
    """Whether the day of an action has passed and nobody has said what became of it."""
    return not action.outcome and has_passed(action.due_on, today)


def by_urgency(actions: Iterable[Action], today: date) -> list[Action]:
    """Overdue ones first, then those that still lack an outcome, each by the day they are due (without one
    last), then those that have theirs.
    """
    return sorted(
        actions,
        key=lambda action: (
            not is_overdue(action, today),
            bool(action.outcome),
            action.due_on or date.max,
            action.principle,
        ),
    )
