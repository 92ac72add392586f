"""The values of a round's table as cells that people read: codes in words, shares in per cent."""

from collections.abc import Sequence

from evaluation.exact import exact
from evaluation.units import decimals_to_tell
from language import Words
from materials.round_tables.table_model import Column, RoundTable, Row, Value
from materials.workbook.plain_book import Cell, Number

MOST_DECIMALS = "#,##0.##"
STATISTIC = "0.000"
LIMITS = ("norm", "norm_to")


def cells_of(table: RoundTable, words: Words) -> list[list[Cell]]:
    """The rows of the columns that the workbook has."""
    return [[cell_of(column, row, words) for column in table.sheet_columns] for row in table.rows]


def cell_of(column: Column, row: Row, words: Words) -> Cell:
    """One value: a number stays a number, with a format that says its unit; what is not known is empty."""
    value = row.get(column.name)
    if isinstance(value, tuple):
        return "; ".join(_in_words(each, column, words) for each in value) or None
    if isinstance(value, bool):
        return words("yes") if value else words("no")
    if isinstance(value, str):
        return _in_words(value, column, words)
    if isinstance(value, int | float) and column.kind in ("amount", "number"):
        return Number(value, _number_format(column, row, words))
    return value


def _in_words(code: str, column: Column, words: Words) -> str:
    return words(column.categories[code]) if code in column.categories else code


def _number_format(column: Column, row: Row, words: Words) -> str:
    if column.kind == "number":
        return STATISTIC if column.name == "agreement" else MOST_DECIMALS
    if row.get("unit") != "share":
        return MOST_DECIMALS
    decimals = _decimals(row[column.name], [row.get(name) for name in LIMITS])
    zeros = "0." + "0" * decimals if decimals else "0"
    return f"{zeros} %" if words.code == "da" else f"{zeros}%"


def _decimals(value: Value, limits: Sequence[Value]) -> int:
    """How few decimals show on which side of its norm a share lies."""
    numbers = [exact(limit) for limit in (*limits, 0, 1) if isinstance(limit, int | float)]
    return decimals_to_tell(exact(value), numbers) if isinstance(value, int | float) else 0
