"""What consultations lack for the evaluation: per consultation the fields that would make facts known, and
per fact how many are known now and when everything is filled in.

What waits for a day to come, what is late and what is no case lacks nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from data.queries.indicator_counts import IndicatorRow
from evaluation.lacking_words import FIELDS
from evaluation.principles import INDICATORS


@dataclass(frozen=True)
class Gap:
    """One field of one consultation, and the indicators that can't be told without it."""

    column: str
    indicators: tuple[str, ...]


@dataclass(frozen=True)
class Incomplete:
    """A consultation with its gaps, those that the most facts wait for first. ``indicators`` are all that
    would be known, were every gap filled.
    """

    consultation: str
    title: str
    centre: str | None
    counted_on: date
    gaps: tuple[Gap, ...]
    indicators: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """Of how many consultations an indicator is known, of how many it can't be told, and of how many of these
    filling in their fields would tell. Those that wait, and those it does not speak to, are in none.
    """

    known: int
    unknown: int
    fillable: int

    @property
    def total(self) -> int:
        """All that it speaks to by now."""
        return self.known + self.unknown

    @property
    def at_most(self) -> int:
        """Of how many it is known when every gap is filled; a filled field may also show that one waits."""
        return self.known + self.fillable


def incomplete(rows: Iterable[IndicatorRow]) -> tuple[Incomplete, ...]:
    """The consultations that lack something, those first in which the most facts would become known; of as
    many, the newest first.
    """
    by_consultation: dict[str, list[IndicatorRow]] = {}
    for row in rows:
        if row.lacking:
            by_consultation.setdefault(row.consultation, []).append(row)
    consultations = [_incomplete(own) for own in by_consultation.values()]
    newest_first = sorted(consultations, key=lambda each: (each.counted_on, each.consultation), reverse=True)
    return tuple(sorted(newest_first, key=lambda each: -len(each.indicators)))


def known_by_indicator(rows: Iterable[IndicatorRow]) -> dict[str, Known]:
    """For every indicator that the rows speak of, in the order of the principles."""
    by_indicator: dict[str, list[IndicatorRow]] = {}
    for row in rows:
        by_indicator.setdefault(row.indicator, []).append(row)
    return {
        name: Known(
            known=sum(row.state == "known" for row in own),
            unknown=sum(row.state == "unknown" for row in own),
            fillable=sum(row.state == "unknown" and bool(row.lacking) for row in own),
        )
        for name in INDICATORS
        if (own := by_indicator.get(name))
    }


def by_centre(consultations: Iterable[Incomplete]) -> dict[str | None, tuple[int, int]]:
    """By centre (None: without one) how many of its consultations lack something, and how many facts would
    become known in them.
    """
    counts: dict[str | None, tuple[int, int]] = {}
    for each in consultations:
        number, facts = counts.get(each.centre, (0, 0))
        counts[each.centre] = (number + 1, facts + len(each.indicators))
    return counts


def _incomplete(rows: Sequence[IndicatorRow]) -> Incomplete:
    first, places = rows[0], list(FIELDS)
    by_column: dict[str, list[str]] = {}
    for row in rows:
        for column in row.lacking:
            by_column.setdefault(column, []).append(row.indicator)
    gaps = [Gap(column, tuple(names)) for column, names in by_column.items()]
    gaps.sort(key=lambda gap: (-len(gap.indicators), places.index(gap.column)))
    indicators = tuple(row.indicator for row in rows)
    return Incomplete(
        first.consultation, first.title, first.centre, first.counted_on, tuple(gaps), indicators
    )
