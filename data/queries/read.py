"""What the queries share: a select of its own file, and lists that come as one text."""

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def sql(name: str) -> str:
    """A select of its own file in ``data/queries``."""
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def split_keys(text: str | None) -> tuple[str, ...]:
    """The keys of a list that is stored as one text with semicolons; none where it is empty."""
    return tuple(text.split(";")) if text else ()


def by_principle(rows: list[tuple[int, str, int]]) -> dict[int, dict[str, int]]:
    """Rows of principle, name and number as numbers by name, by principle."""
    numbers: dict[int, dict[str, int]] = {}
    for principle, name, number in rows:
        numbers.setdefault(principle, {})[name] = number
    return numbers
