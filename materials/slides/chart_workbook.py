"""The workbook behind a chart: what is counted as numbers, what follows from it as formulas, so that the
picture follows when somebody edits a count in PowerPoint.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_range_abs, xl_rowcol_to_cell

from materials.charts.legend import LegendEntry

SHEET = "Sheet1"
"""The name that python-pptx's charts refer to."""
MADE = datetime(1980, 1, 1)
Formula = Callable[[int, "ColumnCells"], str]


@dataclass(frozen=True)
class Column:
    """One series of a chart: a value a row (None: an empty row), how it looks (None: it is not seen), and in
    words of Excel how a row's value follows from other columns.
    """

    name: str
    values: tuple[float | None, ...]
    entry: LegendEntry | None = None
    formula: Formula | None = None
    is_drawn: bool = True


@dataclass(frozen=True)
class ColumnCells:
    """Where columns stand on the sheet, by name."""

    names: tuple[str, ...]
    rows: int

    def cell(self, name: str, row: int) -> str:
        """``D2``."""
        return str(xl_rowcol_to_cell(row + 1, self.names.index(name) + 1))

    def whole(self, name: str) -> str:
        """``$D$2:$D$15``."""
        column = self.names.index(name) + 1
        return str(xl_range_abs(1, column, self.rows, column))

    def letter(self, name: str) -> str:
        """``D``."""
        return str(xl_col_to_name(self.names.index(name) + 1))


def workbook(labels: Sequence[str], columns: Sequence[Column]) -> bytes:
    """The sheet: a row a bar, its label first, then a column a series, then what the formulas need."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet(SHEET)
    cells = ColumnCells(tuple(column.name for column in columns), len(labels))
    for row, label in enumerate(labels):
        sheet.write_string(row + 1, 0, label)
    for place, column in enumerate(columns, start=1):
        sheet.write_string(0, place, column.name)
        for row, value in enumerate(column.values):
            if value is None:
                continue
            if column.formula is None:
                sheet.write_number(row + 1, place, value)
            else:
                sheet.write_formula(row + 1, place, column.formula(row, cells), None, value)
    sheet.set_column(0, 0, 34)
    book.close()
    return buffer.getvalue()
