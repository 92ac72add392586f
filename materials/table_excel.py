"""A table of a page or a chart as an Excel sheet."""

from datetime import date

import pandas as pd

from materials.workbook.plain_book import Cell, PlainBook
from materials.workbook.table_sheet import TableColumn, write_table


def table_excel(table: pd.DataFrame, title: str, language: str) -> bytes:
    """An ``.xlsx`` with one sheet, its header fixed and filtered. A cell that is not known is empty; a text
    that a spreadsheet would calculate has a quotation mark before it. The same bytes for the same table.
    """
    book = PlainBook(title, language=language)
    columns = [TableColumn(str(name)) for name in table.columns]
    rows = [[_cell(value) for value in row] for row in table.itertuples(index=False, name=None)]
    write_table(book, book.sheet("Sheet1"), columns, rows)
    return book.content()


def _cell(value: object) -> Cell:
    if value is None or pd.isna(value):  # type: ignore[call-overload]  # a cell is a scalar
        return None
    if isinstance(value, str | bool | date):
        return value
    return float(value)  # type: ignore[arg-type]  # what is left is a number
