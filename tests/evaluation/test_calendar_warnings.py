"""What is wrong with the days of a round, and what is overdue, each case with its sentence."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest

from data.models import Round
from evaluation.calendar import plan
from evaluation.calendar_warnings import PlannedBody, calendar_warnings, closed_day

NORMS = {"plan_paper_days": 28, "plan_agenda_days": 8, "plan_answer_days": 7}
TODAY = date(2026, 10, 1)
CHRISTMAS = (date(2026, 12, 24), date(2026, 12, 31), "Jul og nytår")
LATE_NORMS = {**NORMS, "plan_agenda_days": 30}


def a_round(status: str = "open", *, days: Mapping[str, date] = MappingProxyType({})) -> Round:
    """A round that opens on 1 September and closes on 29 January, with other days where named."""
    own: dict[str, Any] = {"opens_on": date(2026, 9, 1), "closes_on": date(2027, 1, 29), **days}
    period = (date(2026, 1, 1), date(2026, 12, 31))
    return Round("2026-2029/midterm", "2026-2029", "midterm", status, *period, **own)


def sentences(now: Round, *meetings: date, sent_on: date | None = None, norms: object = NORMS) -> list[str]:
    """The warnings for bodies A, B … that meet on these days."""
    bodies = [
        PlannedBody(name, plan(now, name, day, norms), sent_on)  # type: ignore[arg-type]
        for name, day in zip("ABC", meetings, strict=False)
    ]

    def closed(day: date) -> object:
        first, last, name = CHRISTMAS
        return closed_day(day, [name] if first <= day <= last else [])

    return [str(each) for each in calendar_warnings(now, bodies, closed=closed, today=TODAY)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("meeting", "days", "expected"),
    [
        (date(2026, 11, 25), {}, []),  # a Wednesday: paper on 28 October
        (date(2026, 12, 24), {}, ["Meeting on 24 December 2026, in Jul og nytår, when people are away: A."]),
        (date(2026, 12, 25), {}, ["Meeting on 25 December 2026, a public holiday: A."]),
        (date(2026, 11, 28), {}, ["Meeting on 28 November 2026, a day of the weekend: A."]),
        (
            date(2026, 11, 25),
            {"opens_on": date(2026, 11, 2)},
            ["The paper has to go out on 28 October 2026, before the round opens on 2 November 2026: A."],
        ),
        (
            date(2026, 11, 25),
            {"answers_due_on": date(2026, 11, 20)},
            ["Answers are due on 20 November 2026, before the meeting on 25 November 2026: A."],
        ),
        (
            date(2026, 11, 25),
            {"closes_on": date(2026, 11, 24)},
            [
                "Answers are due on 24 November 2026, before the meeting on 25 November 2026: A.",
                "Meeting on 25 November 2026, after the round closes on 24 November 2026: A.",
            ],
        ),
        (
            date(2026, 11, 25),
            {"answers_due_on": date(2026, 12, 26), "closes_on": date(2027, 1, 30)},
            [
                "Answers are due on 26 December 2026, a public holiday.",
                "The round closes on 30 January 2027, a day of the weekend.",
            ],
        ),
        (
            date(2026, 10, 21),
            {},
            ["The paper should have gone out on 23 September 2026, and is not noted as sent: A."],
        ),
    ],
)
def test_a_day_that_cannot_be_kept_is_warned_of(
    meeting: date, days: dict[str, date], expected: list[str]
) -> None:
    """A closed day, an order that can't be kept, a paper that has not gone out."""
    assert sentences(a_round(days=days), meeting) == expected


def test_several_bodies_are_told_of_once() -> None:
    """What two have in common is one sentence; sent papers and closed rounds are not warned of."""
    christmas, early = date(2026, 12, 24), date(2026, 10, 21)
    assert sentences(a_round(), christmas, early, christmas, sent_on=date(2026, 9, 20)) == [
        "Meeting on 24 December 2026, in Jul og nytår, when people are away: A and C."
    ]
    assert sentences(a_round("closed"), christmas, early) == []
    assert sentences(a_round("planned"), early) == []


def test_norms_that_turn_the_order_around_are_told_of() -> None:
    """The agenda would close before the paper goes out."""
    assert sentences(a_round(), date(2026, 11, 25), norms=LATE_NORMS) == [
        "The agenda closes on 26 October 2026, before the paper has to go out on 28 October 2026: A."
    ]
