"""The table under a header row."""

from collections.abc import Iterator, Sequence

import pandas as pd

from data.foreign.header_rows import header_names
from data.foreign.readers.notices import column_letters
from data.foreign.sheet import ForeignFile, ForeignTable, Sheet
from data.ingest.empty_words import is_total
from language import N_, Sentence

TOTALS = N_(
    "Row {rows} seems to hold totals. It is kept like any other row; leave it out of the file if it is none."
)
UNNAMED = N_("Column {columns} has cells but no name. It is called by its letter here.")


def table_of(file: ForeignFile, sheet: Sheet, header_row: int) -> ForeignTable:
    """The rows under a header row, counted from 1.

    A column with cells and without a name is called by its letter, ``(C)``; one without either is left out,
    as are blank rows and rows that repeat the header. A row that seems to hold totals is kept, and told in
    ``notices`` and ``totals``.
    """
    body = [(number, row) for number, row in enumerate(sheet.rows[header_row:], start=header_row + 1)]
    header = sheet.rows[header_row - 1]
    body = [(number, row) for number, row in body if any(cell.strip() for cell in row) and row != header]
    names = header_names(sheet, header_row)
    places = _used_places(names, [row for _, row in body])
    cells = pd.DataFrame(
        [[row[place] if place < len(row) else "" for place in places] for _, row in body],
        columns=pd.Index(_unique(_name(names, place) for place in places), dtype=object),
        index=[number for number, _ in body],
        dtype=object,
    )
    totals = tuple(number for number, row in body if is_total(_first(row)))
    unnamed = [column_letters(place) for place in places if not _named(names, place)]
    return ForeignTable(file.name, sheet.name, header_row, cells, totals, tuple(_notices(totals, unnamed)))


def _used_places(names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    used = {place for place, name in enumerate(names) if name}
    for row in rows:
        if len(row) > len(used) or len(row) > len(names):
            used.update(place for place, cell in enumerate(row) if cell.strip())
    return sorted(used)


def _name(names: Sequence[str], place: int) -> str:
    return names[place] if _named(names, place) else f"({column_letters(place)})"


def _named(names: Sequence[str], place: int) -> bool:
    return place < len(names) and bool(names[place])


def _unique(names: Iterator[str]) -> list[str]:
    """Each name once: a repeated one has its number after it."""
    result: list[str] = []
    taken: set[str] = set()
    for name in names:
        number, free = 2, name
        while free in taken:
            number, free = number + 1, f"{name} ({number})"
        taken.add(free)
        result.append(free)
    return result


def _first(row: Sequence[str]) -> str:
    return next((cell.strip() for cell in row if cell.strip()), "")


def _notices(totals: Sequence[int], unnamed: Sequence[str]) -> Iterator[Sentence]:
    if totals:
        yield Sentence(TOTALS, {"rows": ", ".join(map(str, totals[:20]))})
    if unnamed:
        yield Sentence(UNNAMED, {"columns": ", ".join(unnamed[:20])})
