"""A table as an Excel sheet, read again."""

import io
import zipfile
from datetime import date

import pandas as pd
from python_calamine import CalamineWorkbook

from materials.table_excel import table_excel


def test_cells_keep_their_kind_and_nothing_is_calculated() -> None:
    """Numbers and dates as such; an unknown is empty; a formula has a mark before it, in headers too."""
    table = pd.DataFrame(
        {
            "=A1": ["=1+1", "Center for By"],
            "Antal": [3, None],
            "Dag": [date(2026, 11, 23), None],
            "Start": [pd.Timestamp("2026-01-02"), pd.NaT],
        }
    )
    content = table_excel(table, "Titel", "da")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows == [
        ["'=A1", "Antal", "Dag", "Start"],
        ["'=1+1", 3.0, date(2026, 11, 23), date(2026, 1, 2)],
        ["Center for By", "", "", ""],
    ]
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_the_same_table_is_the_same_file() -> None:
    """And one without rows or columns is a file too."""
    table = pd.DataFrame({"Trin": [1, 2]})
    assert table_excel(table, "T", "en") == table_excel(table, "T", "en")
    assert table_excel(pd.DataFrame(), "T", "en").startswith(b"PK")
