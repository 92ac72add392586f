"""The columns under a header row, each by a name of its own."""

from collections.abc import Iterable, Sequence

from data.foreign.header_rows import Rows, header_names
from data.foreign.readers.notices import column_letters


def body_of(rows: Rows, header_row: int) -> list[tuple[int, Sequence[str]]]:
    """The rows under the header by number, without blank ones and those that repeat the header."""
    header = rows[header_row - 1]
    return [
        (number, row)
        for number, row in enumerate(rows[header_row:], start=header_row + 1)
        if any(cell.strip() for cell in row) and row != header
    ]


def named_columns(rows: Rows, header_row: int) -> dict[str, int]:
    """The place of each column, from 0, by its name. A repeated name has its number after it; a column with
    cells and without a name is called by its letter, ``(C)``; one without either is left out.
    """
    names = header_names(rows, header_row)
    used = {place for place, name in enumerate(names) if name}
    unnamed = set(range(max(map(len, rows), default=0))) - used
    for _, row in body_of(rows, header_row) if unnamed else ():
        used.update(place for place in unnamed if place < len(row) and row[place].strip())
        unnamed -= used
    places = sorted(used)
    return dict(zip(_unique(_name(names, place) for place in places), places, strict=True))


def is_unnamed(name: str, place: int) -> bool:
    """Whether a column is called by its letter."""
    return name == f"({column_letters(place)})"


def _name(names: Sequence[str], place: int) -> str:
    return (names[place] if place < len(names) else "") or f"({column_letters(place)})"


def _unique(names: Iterable[str]) -> list[str]:
    result: dict[str, None] = {}
    for name in names:
        number, free = 2, name
        while free in result:
            number, free = number + 1, f"{name} ({number})"
        result[free] = None
    return list(result)
