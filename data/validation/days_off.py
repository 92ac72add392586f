"""Rules of days off: a period ends when it has begun, and is hardly ever longer than a summer."""

from collections.abc import Hashable, Iterator
from datetime import date

import pandas as pd

from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Rule, Violation, after, found_in
from language import N_, Sentence

LONGEST = 92
"""Days, first and last included: three months at most."""


def _period_order(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    reason = Sentence(N_("must not lie before the first day"))
    yield Violation(after(cells, "starts_on", "ends_on"), "ends_on", reason)


def _period_length(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    lengths: dict[Hashable, object] = {
        row: days
        for row, first, last in zip(cells.index, cells["starts_on"], cells["ends_on"], strict=True)
        if first and last and (days := _days(first, last)) > LONGEST
    }
    reason = Sentence(N_("makes a period of {which} days; check both days"))
    yield Violation(found_in(lengths, cells), "ends_on", reason, notice=True, which=lengths)


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


DAYS_OFF_RULES: tuple[Rule, ...] = (_period_order, _period_length)
