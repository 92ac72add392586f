"""What the queries share: a select of its own file, and lists that come as one text."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def sql(name: str) -> str:
    """A select of its own file in ``data/queries``."""
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def with_attendance(name: str) -> str:
    """A select of its own file that reads which groups took part (``attendance``)."""
    return f"with attendance as (\n{sql('attendance')})\n{sql(name)}"


JudgingDay = tuple[str, date]
"""Whose records are read, and as they hold on which day."""


def judging_values(days: Sequence[JudgingDay]) -> Mapping[str, list[object]]:
    """The parameters of ``judging_days.sql``; the days are numbered in their order."""
    return {
        "places": list(range(len(days))),
        "municipalities": [municipality for municipality, _ in days],
        "days": [day for _, day in days],
    }


def split_keys(text: str | None) -> tuple[str, ...]:
    """The keys of a list that is stored as one text with semicolons; none where it is empty."""
    return tuple(text.split(";")) if text else ()


def by_round_and_principle(
    rows: Iterable[tuple[str, int, str, int]],
) -> dict[str, dict[int, dict[str, int]]]:
    """Rows of round, principle, name and number as numbers by name, by round and principle."""
    numbers: dict[str, dict[int, dict[str, int]]] = {}
    for round_key, principle, name, number in rows:
        numbers.setdefault(round_key, {}).setdefault(principle, {})[name] = number
    return numbers
