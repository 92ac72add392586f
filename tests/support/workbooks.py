"""A workbook as another program reads it, changes some cells and saves it anew."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    """Every sheet's cells by its name."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def changed(content: bytes, values: Mapping[tuple[int, int], object]) -> bytes:
    """The workbook with other values in some cells of its first sheet (row and column from 0)."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    for number, (name, rows) in enumerate(sheets(content).items()):
        sheet = book.add_worksheet(name)
        cells = {(row, column): value for row, line in enumerate(rows) for column, value in enumerate(line)}
        for place, value in {**cells, **({} if number else values)}.items():
            if isinstance(value, date):
                sheet.write_datetime(*place, value, day)
            else:
                sheet.write(*place, value)
    book.close()
    return buffer.getvalue()


def xml_of(content: bytes, sheet: int = 1) -> str:
    """A sheet as it lies in the file."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read(f"xl/worksheets/sheet{sheet}.xml").decode()


def offered_lists(content: bytes) -> dict[str, str]:
    """Where the lists of the first sheet stand, by the letters of their column."""
    validations = re.findall(
        r'<dataValidation type="list".*? sqref="([A-Z]+)\d.*?<formula1>(.*?)</formula1>', xml_of(content)
    )
    return dict(validations)
