"""Which days belong to which round, by hand: until the closing, handed on after it, waiting for a round."""

from datetime import date
from typing import Any

import pytest

from data.database import Store
from data.queries import round_days, rounds
from data.queries.round_days import RoundDays
from data.queries.selection import of_days, of_round, selected
from tests.support.registers import take_all

FIRST, SECOND, THIRD = "2018-2021/endterm", "2022-2025/midterm", "2022-2025/endterm"


def a_round(key: str, period_from: str, period_to: str, closes_on: str = "") -> dict[str, str]:
    """A round that is closed where it has a closing day."""
    term, _, kind = key.partition("/")
    return {
        "round": key,
        "term": term,
        "kind": kind,
        "period_from": period_from,
        "period_to": period_to,
        "opens_on": period_from,
        "closes_on": closes_on,
        "status": "closed" if closes_on else "open",
    }


def days(owner: str | None, first: str, last: str, source: str) -> RoundDays:
    return RoundDays(owner, date.fromisoformat(first), date.fromisoformat(last), source)


CASES: list[tuple[str, list[dict[str, str]], list[RoundDays]]] = [
    (
        "an open round keeps its whole period",
        [a_round(FIRST, "2020-01-01", "2021-12-31")],
        [days(FIRST, "2020-01-01", "2021-12-31", FIRST)],
    ),
    (
        "closed on the last day of its period, it leaves nothing",
        [a_round(FIRST, "2020-01-01", "2021-12-31", "2021-12-31")],
        [days(FIRST, "2020-01-01", "2021-12-31", FIRST)],
    ),
    (
        "closed before, it leaves the days after to the round that begins next",
        [
            a_round(FIRST, "2020-01-01", "2021-12-31", "2021-11-30"),
            a_round(SECOND, "2022-01-01", "2023-12-31"),
        ],
        [
            days(FIRST, "2020-01-01", "2021-11-30", FIRST),
            days(SECOND, "2021-12-01", "2021-12-31", FIRST),
            days(SECOND, "2022-01-01", "2023-12-31", SECOND),
        ],
    ),
    (
        "without a next round they wait",
        [a_round(FIRST, "2020-01-01", "2021-12-31", "2021-11-30")],
        [days(FIRST, "2020-01-01", "2021-11-30", FIRST), days(None, "2021-12-01", "2021-12-31", FIRST)],
    ),
    (
        "a next round that had closed itself hands the rest on",
        [
            a_round(FIRST, "2021-01-01", "2022-12-31", "2022-06-01"),
            a_round(SECOND, "2022-01-01", "2023-12-31", "2022-07-01"),
            a_round(THIRD, "2023-01-01", "2025-12-31"),
        ],
        [
            days(FIRST, "2021-01-01", "2022-06-01", FIRST),
            days(SECOND, "2022-06-02", "2022-07-01", FIRST),
            days(THIRD, "2022-07-02", "2022-12-31", FIRST),
            days(SECOND, "2022-01-01", "2022-07-01", SECOND),
            days(THIRD, "2022-07-02", "2023-12-31", SECOND),
            days(THIRD, "2023-01-01", "2025-12-31", THIRD),
        ],
    ),
]


def with_rounds(store: Store, rows: list[dict[str, str]]) -> None:
    """The register with these rounds alone."""
    with store.transaction() as cursor:
        cursor.execute("delete from rounds")
    take_all(store, {"rounds": rows})


@pytest.mark.parametrize(("why", "rows", "expected"), CASES, ids=[why for why, _, _ in CASES])
def test_days_by_hand(empty: Store, why: str, rows: Any, expected: list[RoundDays]) -> None:
    """Every day of every period, by the round it belongs to."""
    with_rounds(empty, rows)
    assert round_days.of_all_rounds(empty) == expected, why


@pytest.mark.parametrize(("closed_at", "closed_on"), [("21:59:59", "2021-06-30"), ("22:00:00", "2021-07-01")])
def test_a_closing_falls_on_the_danish_day(empty: Store, closed_at: str, closed_on: str) -> None:
    """In summer the day begins at 22 o'clock in UTC; what ends on the day of the closing still belongs."""
    with_rounds(empty, [a_round(FIRST, "2020-01-01", "2021-12-31", "2021-12-31")])
    take_all(empty, {"consultations": [{"consultation": "a", "title": "A", "end_on": "2021-07-01"}]})
    with empty.transaction() as cursor:
        cursor.execute(
            f"insert into closings values ('{FIRST}', timestamp '2021-06-30 {closed_at}', 'x', '0',"
            " repeat('0', 64), '{}', repeat('0', 64), '{}')"
        )
    (chosen_round,) = rounds.oldest_first(empty)
    waiting = [of_days(empty, days) for days in round_days.handed_on(empty, chosen_round)]
    belongs = [each.key for each in selected(empty, of_round(empty, chosen_round))]
    assert chosen_round.closed_on == date.fromisoformat(closed_on)
    assert (belongs, [each.key for consultations in waiting for each in consultations]) == (
        (["a"], []) if closed_on == "2021-07-01" else ([], ["a"])
    )
