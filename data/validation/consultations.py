"""Rules of consultations and of the groups that took part in them."""

from collections.abc import Hashable, Iterator
from functools import cache, partial

import pandas as pd

from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Rule, Violation, after, cell, filled, found_in
from language import N_, Sentence

DATE_ORDER = (
    ("start_on", "end_on"),
    ("end_on", "decided_on"),
    ("frame_decided_on", "frame_published_on"),
    ("proposal_on", "decided_on"),
    ("decided_on", "feedback_on"),
    ("planned_start_on", "planned_end_on"),
)
MEANT_AS_BUSINESSES = {
    "business",
    "companies",
    "company",
    "erhverv",
    "erhvervsliv",
    "erhvervslivet",
    "virksomhed",
    "virksomheder",
}
AMOUNTS = ("hours_planned", "hours_spent", "cost_dkk")


def _body_levels(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    for level in ("centre", "committee"):
        if level in cells:
            levels = cells[level].map(snapshot.levels)
            reason = Sentence(
                N_("is of the other level: a centre stands under centre, a committee under committee")
            )
            yield Violation(levels.notna() & (levels != level), level, reason)


def _amounts(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    for name in AMOUNTS:
        below = cell(cells, name).astype(float) < 0
        yield Violation(
            below, name, Sentence(N_("lies below zero; leave the cell empty where the number is not known"))
        )


def _contributions(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    more = cell(cells, "contributions_answered").astype(float) > cell(cells, "contributions").astype(float)
    reason = Sentence(N_("is more than there were contributions; check both numbers"))
    yield Violation(more, "contributions_answered", reason, notice=True)


def _consultation_dates(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    for earlier, later in DATE_ORDER:
        reason = Sentence(
            N_("lies before {earlier}; the record is kept, and no indicator uses the two dates together"),
            {"earlier": earlier},
        )
        yield Violation(after(cells, earlier, later), later, reason, notice=True)


def _below_the_law(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """The law's period is the one of the day on which the consultation started."""
    which: dict[Hashable, object] = {}
    days_by_law = cache(partial(_days_by_law, snapshot))
    columns = (cell(cells, name) for name in ("plan_kind", "start_on", "statutory_days"))
    for row, kind, start, days in zip(cells.index, *columns, strict=True):
        if kind is None or start is None or days is None:
            continue
        by_law = days_by_law(kind, start)
        if by_law is not None and float(days) < by_law:
            which[row] = f"{by_law:g}"
    reason = Sentence(N_("is less than the law sets; the longer period of the law, {which} days, is used"))
    yield Violation(found_in(which, cells), "statutory_days", reason, notice=True, which=which)


def _days_by_law(snapshot: RegisterSnapshot, kind: str, start: str) -> float | None:
    """The days that the law sets for a kind of plan on a day; None where it sets none, or not yet."""
    in_force = [
        days for plan_kind, since, days in snapshot.statutory_periods if plan_kind == kind and since <= start
    ]
    return float(in_force[-1]) if in_force else None


def _businesses_by_another_name(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """Groups may be called anything; only this one is counted by its name."""
    is_business = cells["group"].fillna("").str.lower().isin(MEANT_AS_BUSINESSES)
    reason = Sentence(N_("counts as a group, but not as businesses; write businesses, if it is them"))
    yield Violation(is_business, "group", reason, notice=True)


def _end_and_no_end(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    reason = Sentence(N_("says that it goes on, and it has a last day; clear one of them"))
    yield Violation((cell(cells, "no_end") == "yes") & filled(cells, "end_on"), "no_end", reason, notice=True)


CONSULTATION_RULES: tuple[Rule, ...] = (
    _body_levels,
    _consultation_dates,
    _amounts,
    _contributions,
    _end_and_no_end,
    _below_the_law,
)
GROUP_RULES: tuple[Rule, ...] = (_businesses_by_another_name,)
