"""Lists as a municipality keeps them, in Excel."""

import io
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook

HEADINGS = ("Sagsnr.", "Titel", "Startdato", "Slutdato", "Center", "Metode", "Antal deltagere", "Ansvarlig")
CYCLE_PATH = (
    "27-0001",
    "Cykelsti på Åvej",
    date(2027, 3, 1),
    "24.3.2027",
    "Center for By",
    "Borgermøde",
    "ca. 120",
    "Bente",
)
SCHOOL_YARD = (
    "27-0002",
    "Ny skolegård i Ådalen",
    "1. april 2027",
    "30-4-27",
    "Centr for By",
    "Workshop",
    45,
    "Ole",
)
IMPOSSIBLE = (
    "27-0003",
    "Helhedsplan for havnen",
    "5.5.2027",
    "31.2.2027",
    "Center for By",
    "Borgermøde",
    "",
    "",
)
"""A row whose last day is no day."""


def excel_list(*rows: Sequence[object]) -> bytes:
    """An Excel file with a merged title and a blank row above the headings in row 4."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Liste"
    sheet.append(["Solby Kommune: høringer og borgermøder 2027"])
    sheet.merge_cells("A1:H1")
    sheet.append(["Opdateret 12. november"])
    sheet.append([])
    sheet.append(list(HEADINGS))
    for row in rows:
        sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
