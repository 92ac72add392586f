"""Rows of exchange files, and the terms and periods that every register here has."""

from datetime import date
from typing import Any

Row = dict[str, str]
Records = dict[str, list[Row]]

TERMS: list[Row] = [
    {"term": "2018-2021", "starts_on": "2018-01-01", "ends_on": "2021-12-31"},
    {"term": "2022-2025", "starts_on": "2022-01-01", "ends_on": "2025-12-31"},
]
PERIODS = {
    "2018-2021/midterm": ("2018-01-01", "2019-12-31"),
    "2018-2021/endterm": ("2020-01-01", "2021-12-31"),
    "2022-2025/midterm": ("2022-01-01", "2023-12-31"),
    "2022-2025/endterm": ("2024-01-01", "2025-12-31"),
}
MID_1, END_1, MID_2, END_2 = PERIODS


def row(**columns: Any) -> Row:
    """One row of an exchange file: every cell a text."""
    return {column: "" if cell is None else str(cell) for column, cell in columns.items()}


def a_wording(principle: int, applies_from: date | str, title_da: str) -> Row:
    """One dated wording of a principle."""
    return row(
        principle=principle,
        applies_from=applies_from,
        title_da=title_da,
        title_en=f"Principle {principle}",
        wording_da=f"{title_da}: sådan gør vi.",
        wording_en=f"Principle {principle}: how we do it.",
        source="Byrådet",
    )
