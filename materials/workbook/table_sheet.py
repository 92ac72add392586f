"""A table on a sheet of Excel: the one way in which the program writes them. Numbers and days are such,
people's text is text, and nothing is calculated.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from materials.workbook.plain_book import Cell, Number, PlainBook, safe_text

WIDEST = 60
"""A column without a width of its own is as wide as its longest text, and no wider than so many letters."""
A4, A3 = 9, 8
"""As Excel numbers its papers."""
MOST_ON_A4 = 240
"""So many letters beside one another can be read on an A4 sheet on its side."""

LINE, HIGHEST, INDENT = 15.0, 409.0, 1
"""Points of a line of text, and of the highest row that Excel has (a longer text is whole in its cell); and
letters that a text is moved in.
"""


@dataclass(frozen=True)
class TableColumn:
    """A column: its heading, and how many letters wide it is at least (None: as its longest text). No word of
    the heading is broken.
    """

    heading: str
    width: int | None = None


def write_table(
    book: PlainBook, sheet: Worksheet, columns: Sequence[TableColumn], rows: Sequence[Sequence[Cell]]
) -> None:
    """Fill the sheet: the header is fixed, filtered and said again on each printed page. A cell that is not
    known is empty; a text that a spreadsheet would calculate has a quotation mark before it.
    """
    widths = [_width(column, [row[place] for row in rows]) for place, column in enumerate(columns)]
    headings = [column.heading for column in columns]
    for place, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column(place, place, width)
        style = "number heading" if any(_is_number(row[place]) for row in rows) else "text heading"
        sheet.write_string(0, place, safe_text(heading), book.styles[style])
    if columns:
        sheet.set_row(0, row_height(headings, widths))
    for number, row in enumerate(rows, start=1):
        sheet.set_row(number, row_height(row, widths))
        for place, cell in enumerate(row):
            book.write_cell(sheet, (number, place), cell)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_paper(A4 if sum(widths) <= MOST_ON_A4 else A3)
    if columns:
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


def _width(column: TableColumn, cells: Sequence[Cell]) -> int:
    if column.width is not None:
        return max(column.width, *(len(word) + 3 for word in column.heading.split()))
    return min(max(len(str(each)) for each in (column.heading, *cells) if each is not None) + 2, WIDEST)


def row_height(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """Points that the row's longest text takes in columns of these widths: not every program reckons it when
    it opens the file.
    """
    lines = [_lines(cell, width) for cell, width in zip(row, widths, strict=True) if isinstance(cell, str)]
    return min(LINE * max(1, *lines, 1) + 1, HIGHEST)


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float | Number) and not isinstance(cell, bool)


def _lines(text: str, width: int) -> int:
    return sum(max(1, len(textwrap.wrap(line, max(width - INDENT, 1)))) for line in text.split("\n"))
