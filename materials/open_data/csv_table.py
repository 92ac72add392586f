"""A table as CSV for machines: UTF-8, commas, ISO days, as RFC 4180 has it."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from data.formula_guard import with_guard
from materials.round_tables.table_model import Column, RoundTable, Row, Value

LIST_MARK = ";"


def csv_table(table: RoundTable) -> bytes:
    """The open columns under their names. What is not known is an empty cell; a text that a spreadsheet would
    calculate has a quotation mark before it, as in all files of the house.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in table.data_columns)
    for row in open_rows(table):
        writer.writerow(_cell(row[column.name]) for column in table.data_columns)
    return text.getvalue().encode()


def open_rows(table: RoundTable) -> list[Row]:
    """The rows with the open columns alone, lists as one text."""
    return [{column.name: _value(column, row) for column in table.data_columns} for row in table.rows]


def plain_kind(column: Column) -> str:
    """What a column holds in a file that has no lists and no units."""
    return {"list": "text", "amount": "number"}.get(column.kind, column.kind)


def _value(column: Column, row: Row) -> Value:
    value = row.get(column.name)
    if isinstance(value, tuple):
        return _joined(value)
    return float(value) if plain_kind(column) == "number" and isinstance(value, int) else value


def _joined(values: Sequence[str]) -> str | None:
    return LIST_MARK.join(values) or None


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case str():
            return with_guard(value)
    return repr(value)
