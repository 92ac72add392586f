"""The table under a header row."""

from collections.abc import Iterator, Sequence

import pandas as pd

from data.foreign.column_names import body_of, is_unnamed, named_columns
from data.foreign.header_rows import likeliest_header_rows
from data.foreign.readers.notices import column_letters
from data.foreign.sheet import ForeignFile, ForeignTable, Sheet
from data.ingest.empty_words import is_total
from language import N_, Sentence

TOTALS = N_(
    "Row {rows} seems to hold totals. It is kept like any other row; delete it in the file if it is no"
    " record."
)
UNNAMED = N_("Column {columns} has cells but no name. It is called by its letter here.")


def header_rows(sheet: Sheet) -> list[int]:
    """The rows that may name the columns, likeliest first, counted from 1: under title rows, logos and merged
    headers. At most ten, and none for an empty sheet.
    """
    return likeliest_header_rows(sheet.rows)


def table_of(file: ForeignFile, sheet: Sheet, header_row: int) -> ForeignTable:
    """The rows under a header row, counted from 1.

    A column with cells and without a name is called by its letter, ``(C)``; one without either is left out,
    as are blank rows and rows that repeat the header. A row that seems to hold totals is kept, and told in
    ``notices`` and ``totals``.
    """
    body = body_of(sheet.rows, header_row)
    places = named_columns(sheet.rows, header_row)
    cells = pd.DataFrame(
        [[row[place] if place < len(row) else "" for place in places.values()] for _, row in body],
        columns=pd.Index(list(places), dtype=object),
        index=[number for number, _ in body],
        dtype=object,
    )
    totals = tuple(number for number, row in body if is_total(_first(row)))
    unnamed = [column_letters(place) for name, place in places.items() if is_unnamed(name, place)]
    return ForeignTable(file.name, sheet.name, header_row, cells, totals, tuple(_notices(totals, unnamed)))


def _first(row: Sequence[str]) -> str:
    return next((cell.strip() for cell in row if cell.strip()), "")


def _notices(totals: Sequence[int], unnamed: Sequence[str]) -> Iterator[Sentence]:
    if totals:
        yield Sentence(TOTALS, {"rows": ", ".join(map(str, totals[:20]))})
    if unnamed:
        yield Sentence(UNNAMED, {"columns": ", ".join(unnamed[:20])})
