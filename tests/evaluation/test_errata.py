"""Errata as they are read: the newest holds, and what it corrected stands beside it."""

from datetime import datetime

import pytest

from data.models import Erratum
from evaluation.errata import ErratumThread, threads


def erratum(
    key: str, day: int, *, principle: str | None = None, body: str | None = None, corrects: str = ""
) -> Erratum:
    """One of December 2026."""
    at = datetime(2026, 12, day)
    return Erratum(key, "2022-2025/endterm", principle, at, "Ida", "Ret.", "Fejl.", body, corrects or None)


def test_the_newest_of_a_thread_holds() -> None:
    """A chain, two that correct the same one, and one alone; the oldest thread first."""
    a, b, c = erratum("a", 1), erratum("b", 2, corrects="a"), erratum("c", 5, corrects="b")
    alone = erratum("d", 3)
    d1, d2 = erratum("d1", 6, corrects="d"), erratum("d2", 7, corrects="d")
    last = erratum("e", 8)
    assert threads([a, b, alone, c, d1, d2, last]) == (
        ErratumThread(c, (b, a)),
        ErratumThread(d2, (d1, alone)),
        ErratumThread(last),
    )


@pytest.mark.parametrize(
    ("row", "body", "is_shown"),
    [
        (None, None, True),
        ("4", None, True),
        ("2", None, True),
        ("5", None, False),
        (None, "tku", True),
        (None, "oek", False),
        ("4", "tku", True),
        ("2", "tku", False),
    ],
)
def test_a_thread_stands_wherever_one_of_it_belongs(
    row: str | None, body: str | None, is_shown: bool
) -> None:
    """The first spoke of principle 4 and a body, the newest of principle 2."""
    thread = ErratumThread(erratum("b", 2, principle="2"), (erratum("a", 1, principle="4", body="tku"),))
    assert thread.is_about(row=row, body=body) is is_shown


def test_one_of_the_whole_round_stands_in_every_row() -> None:
    """And on no single body's page."""
    thread = ErratumThread(erratum("a", 1))
    assert (thread.is_about(row="3"), thread.is_about(body="tku")) == (True, False)
