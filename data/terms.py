"""An election term and its two rounds, as they begin."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PlannedRound:
    """A round before anybody has dated it: the half of the term whose consultations it evaluates."""

    key: str
    kind: str
    period_from: date
    period_to: date


def term_key(first_year: int) -> str:
    """``2030-2033``: four years from 1 January after a municipal election."""
    return f"{first_year}-{first_year + 3}"


def is_term(key: str) -> bool:
    """Whether a text is the key of a term."""
    return key[:4].isdecimal() and key == term_key(int(key[:4]))


def term_days(first_year: int) -> tuple[date, date]:
    """The first and the last day of the term that begins in a year."""
    return date(first_year, 1, 1), date(first_year + 3, 12, 31)


def planned_rounds(first_year: int) -> tuple[PlannedRound, PlannedRound]:
    """Mid-term looks at the first two years, end-of-term at the last two; both can be changed until the
    round opens.
    """
    term = term_key(first_year)
    return (
        PlannedRound(f"{term}/midterm", "midterm", date(first_year, 1, 1), date(first_year + 1, 12, 31)),
        PlannedRound(f"{term}/endterm", "endterm", date(first_year + 2, 1, 1), date(first_year + 3, 12, 31)),
    )


def next_first_year(terms: list[str]) -> int:
    """The first year of the term after the last one; municipal elections are held in 2025, 2029, 2033 …"""
    return max((int(term[:4]) + 4 for term in terms if term[:4].isdecimal()), default=2026)
