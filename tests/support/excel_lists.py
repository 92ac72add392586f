"""Lists as a municipality keeps them, in Excel."""

import io
from collections.abc import Sequence
from datetime import date

import xlsxwriter

Row = Sequence[object]
TITLES: Sequence[Row] = (("Solby Kommune: høringer og borgermøder 2027",), ("Opdateret 12. november",), ())
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
    "30-4-2027",
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
    "CfB",
    "Borgermøde",
    "",
    "",
)
"""A row whose last day is no day, and whose centre goes by a short name."""


def excel_list(*rows: Row) -> bytes:
    """An Excel file with a merged title and a blank row above the headings in row 4."""
    return excel_file(*TITLES, HEADINGS, *rows, merged="A1:H1")


def excel_file(*rows: Row, merged: str = "") -> bytes:
    """An Excel file of one sheet that holds these rows."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, day = book.add_worksheet("Liste"), book.add_format({"num_format": "dd-mm-yyyy"})
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                sheet.write(number, place, cell, day if isinstance(cell, date) else None)
        if merged:
            sheet.merge_range(merged, str(rows[0][0]))
    return file.getvalue()
