"""A table as a CSV file that a Danish Excel opens rightly by double click, and in which nothing is
calculated.
"""

import pandas as pd

from data.formula_guard import with_guard


def table_csv(table: pd.DataFrame) -> bytes:
    """The rows in UTF-8 with a mark, semicolons between cells and decimal commas; what a spreadsheet would
    calculate has a quotation mark before it.
    """
    safe_table = table.rename(columns=_guarded).map(_guarded)
    text = str(safe_table.to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n"))
    return ("\ufeff" + text).encode()


def _guarded(cell: object) -> object:
    return with_guard(cell) if isinstance(cell, str) else cell
