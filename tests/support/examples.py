"""One worked example of a rule: its sentence and its rows, which a test runs and docs/rules_by_example.md
shows.
"""

from dataclasses import dataclass

Record = dict[str, str]
Figures = tuple[int | None, int, int, float | None, bool | None]
"""Numerator, denominator, unknown consultations, value, and whether the norm is met."""
Counts = tuple[int, int, int, int, int]
"""How many bodies chose 1, 2, 3, 4 and 5."""


@dataclass(frozen=True)
class IndicatorExample:
    """A few consultations with their groups, and what an indicator finds in them."""

    rule: str
    indicator: str
    consultations: list[Record]
    groups: list[Record]
    expected: Figures
    waiting: int = 0


@dataclass(frozen=True)
class WindowExample:
    """A window from its first day to its last, and the share of its weekdays that is lost to days off."""

    rule: str
    start: str
    end: str
    share: float | None


@dataclass(frozen=True)
class VerdictExample:
    """Two levels' answers, the verdict proposed, and by which rules at which levels."""

    rule: str
    committee: Counts
    centre: Counts
    proposed: str
    reasons: list[tuple[str, str]]


@dataclass(frozen=True)
class ContradictionExample:
    """A verdict, the facts that meet (True), miss (False) or don't know (None) their norm, what participants
    answered (None: nobody was asked), and which of the two contradict it (None: nothing to compare).
    """

    verdict: str
    met: tuple[bool | None, ...]
    answers: Counts | None
    voices: tuple[str, ...] | None


@dataclass(frozen=True)
class PlanExample:
    """What is changed in a plan that nothing is wrong with (an empty text takes it away), the day on which it
    is looked at, and what it is warned of.
    """

    rule: str
    changes: Record
    warnings: tuple[str, ...]
    today: str = "2026-11-28"
