"""A table as an Excel sheet: numbers and dates as such, people's text as text, and nothing calculated."""

import io
from datetime import date, datetime

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from data.ingest.cells import with_guard
from materials.charts.theme import SHADE

WIDEST = 60
"""Columns are as wide as their longest text, and no wider than so many letters."""
CREATED = datetime(2000, 1, 1)
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "d. mmmm yyyy",
}


def table_excel(table: pd.DataFrame, title: str) -> bytes:
    """An ``.xlsx`` with one sheet, its header fixed and filtered. A cell that is not known is empty; a text
    that a spreadsheet would calculate has a quotation mark before it. The same bytes for the same table.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, OPTIONS)
    book.set_properties({"title": title, "author": "Øjenhøjde", "created": CREATED})
    sheet = book.add_worksheet()
    header = book.add_format({"bold": True, "bg_color": SHADE, "text_wrap": True, "valign": "top"})
    for column, name in enumerate(map(str, table.columns)):
        sheet.write_string(0, column, with_guard(name), header)
        texts = [name, *(str(cell) for cell in table.iloc[:, column])]
        sheet.set_column(column, column, min(max(map(len, texts)) + 2, WIDEST))
        for row, cell in enumerate(table.iloc[:, column], 1):
            _write(sheet, row, column, cell)
    sheet.freeze_panes(1, 0)
    if len(table.columns):
        sheet.autofilter(0, 0, max(len(table), 1), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return buffer.getvalue()


def _write(sheet: Worksheet, row: int, column: int, cell: object) -> None:
    if cell is None or pd.isna(cell):  # type: ignore[call-overload]  # a cell is a scalar
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, with_guard(cell))
    elif isinstance(cell, pd.Timestamp):
        sheet.write_datetime(row, column, cell.to_pydatetime())
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell)
    else:
        sheet.write_number(row, column, float(cell))  # type: ignore[arg-type]  # what is left is a number
