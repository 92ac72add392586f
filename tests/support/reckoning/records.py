"""Reading the cells of exchange files: days, lists, yes and no, and what is filled at all."""

from datetime import date
from fractions import Fraction

Row = dict[str, str]
Records = dict[str, list[Row]]

LEVELS = ("committee", "centre")
PRINCIPLES = ("1", "2", "3", "4", "5")


def day(text: str | None) -> date | None:
    """The day in a cell, or None where it is empty."""
    return date.fromisoformat(text) if text else None


def filled(row: Row, column: str) -> bool:
    """Whether a cell holds more than blanks."""
    return bool((row.get(column) or "").strip())


def yes_or_no(text: str | None) -> bool | None:
    """True, False, or None where nothing is known."""
    return {"yes": True, "no": False}.get(text or "")


def several(text: str | None) -> set[str]:
    """The parts of a list, each once, without the blanks around them."""
    return {part.strip() for part in (text or "").split(";") if part.strip()}


def days_between(first: str | None, second: str | None) -> int | None:
    """None where a day is missing or they are the wrong way round."""
    begins, ends = day(first), day(second)
    return None if begins is None or ends is None or ends < begins else (ends - begins).days


def exactly(text: str, unit: str | None = None) -> Fraction:
    """A number as it is written, without the error of a float; per cent as a share."""
    return Fraction(text) / (100 if unit == "%" else 1)
