"""Spreadsheets: every kind of cell in one form, and what they hide is told."""

import io
from datetime import datetime
from pathlib import Path

import pytest
from xlsxwriter import Workbook as Book
from xlsxwriter.worksheet import Worksheet

from data.foreign.read_file import read_foreign
from data.ingest.numbers import read_number
from tests.data.foreign.made import notices_of, ods, rows_of, xlsx, xlsx_rows

XLS = Path(__file__).with_name("made_by_libreoffice.xls")


def every_kind(book: Book, sheet: Worksheet) -> None:
    """A cell of each kind, in the first row from B."""
    formats = ("dd-mm-yyyy", "dd-mm-yyyy hh:mm", "hh:mm", "[h]:mm")
    day, moment, clock, lapse = (book.add_format({"num_format": code}) for code in formats)
    sheet.write_string(0, 1, "012 \n to linjer")
    sheet.write_datetime(0, 2, datetime(2027, 3, 1), day)
    sheet.write_datetime(0, 3, datetime(2027, 3, 1, 18), moment)
    sheet.write_number(0, 4, 0.75, clock)
    sheet.write_number(0, 5, 1.5, lapse)
    sheet.write_row(0, 6, [12, 12.5, True, 46508])
    sheet.write_formula(0, 10, "=1+1", None, 2)
    sheet.write_formula(0, 11, "=1/0", None, "#DIV/0!")
    sheet.write_formula(0, 12, "=NA()", None, "#N/A")


def test_cells_of_every_kind() -> None:
    """Days where a cell is formatted as one, values of formulas, errors by their word; a day that is a number
    stays one.
    """
    days = ("2027-03-01", "2027-03-01 18:00:00", "18:00", "36:00")
    numbers = ("12", "12.5", "yes", "46508", "2", "#DIV/0!", "#N/A")
    assert rows_of(xlsx(every_kind)) == [("", "012 \n to linjer", *days, *numbers)]
    assert notices_of(xlsx(every_kind)) == [
        "Liste: 2 cells hold an error of the spreadsheet, such as #DIV/0!."
    ]


@pytest.mark.parametrize("value", [1.2, 1.234, 12.345, -123.456, 0.125, 1234.567, 0.1 + 0.2, 1e-7, 250000.0])
def test_a_number_is_never_mistaken_for_thousands(value: float) -> None:
    """What the register makes of the text is the number that stood in the cell."""
    ((text,),) = rows_of(xlsx_rows((value,)))
    assert read_number(text) == pytest.approx(value, rel=1e-14)


def test_what_is_hidden_is_read_and_told() -> None:
    """Sheets, rows that a filter hides, columns."""

    def fill(book: Book, sheet: Worksheet) -> None:
        sheet.write_column(0, 0, ["Titel", "A", "B"])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column(0, 0, 9, None, {"hidden": True})
        other = book.add_worksheet("Gemt")
        other.write(0, 0, "x")
        other.hide()

    file = read_foreign("a.xlsx", xlsx(fill))
    assert [(sheet.name, len(sheet.rows)) for sheet in file.sheets] == [("Liste", 3), ("Gemt", 1)]
    assert [str(notice) for notice in file.notices] == [
        "Liste: 1 hidden row was read too; a filter may hide it.",
        "Liste: 1 hidden column was read too.",
        "Gemt is hidden in the file. It was read all the same.",
    ]


def test_a_month_without_a_day_is_told() -> None:
    """The spreadsheet made it the 1st when somebody typed ``mar-27``."""

    def fill(book: Book, sheet: Worksheet) -> None:
        sheet.write_datetime(0, 2, datetime(2027, 3, 1), book.add_format({"num_format": "mmm-yy"}))

    assert rows_of(xlsx(fill)) == [("", "", "2027-03-01")]
    assert [notice[:50] for notice in notices_of(xlsx(fill))] == [
        "Liste, column C: dates are shown there without the"
    ]


def test_the_days_of_the_other_calendar() -> None:
    """A workbook from an old Mac counts its days from 1904."""
    content = io.BytesIO()
    book = Book(content, {"date_1904": True})
    form = book.add_format({"num_format": "dd-mm-yyyy"})
    book.add_worksheet().write_datetime(0, 0, datetime(2027, 3, 1), form)
    book.close()
    assert rows_of(content.getvalue()) == [("2027-03-01",)]


def test_merged_cells_hold_for_every_row() -> None:
    """A text is repeated, a number is not, a title and an empty row stay as they are."""

    def fill(book: Book, sheet: Worksheet) -> None:
        sheet.merge_range(0, 0, 0, 2, "Oversigt")
        sheet.merge_range(1, 0, 3, 0, "Center for Trafik")
        sheet.merge_range(1, 1, 2, 1, 120)
        sheet.write_column(1, 2, ["A", "B"])

    assert rows_of(xlsx(fill)) == [
        ("Oversigt",),
        ("Center for Trafik", "120", "A"),
        ("Center for Trafik", "", "B"),
    ]
    assert len(notices_of(xlsx(fill))) == 1


def test_sheets_of_charts_and_empty_sheets_are_no_tables() -> None:
    """Only what holds cells is given."""

    def fill(book: Book, sheet: Worksheet) -> None:
        sheet.write(0, 0, "x")
        book.add_worksheet("Tom")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Liste!$A$1:$A$2"})
        book.add_chartsheet("Graf").set_chart(chart)

    assert rows_of(xlsx(fill)) == [("x",)]


def test_far_cells_are_left_out_and_told() -> None:
    """One at the far corner would be 17 billion cells."""

    def fill(book: Book, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["Titel", "Antal"])
        sheet.write_row(1, 0, ["A", 3])
        sheet.write(1048575, 16383, "x")

    assert rows_of(xlsx(fill)) == [("Titel", "Antal"), ("A", "3")]
    assert [notice.partition(". ")[0] for notice in notices_of(xlsx(fill))] == [
        "Liste: cells far from the others were left out (as far as row 1048576, column XFD)"
    ]


def test_the_older_excel_file() -> None:
    """Errors, durations and truths as in the new one."""
    file = read_foreign("a.xls", XLS.read_bytes())
    assert [sheet.name for sheet in file.sheets] == ["Ark1", "Skjult"]
    assert file.sheets[0].rows[3:] == (
        ("", "A", "2027-03-01", "2027-03-01", "2027-03-01 18:00:00", "18:00", "36:00", "12.3450", "yes")
        + ("#DIV/0!", "2"),
        ("", "xy", "46508", "", "", "", "", "0.3", " rum  ", "", "æ\nto\t_x000D_"),
        ("", "Merged"),
    )
    assert [str(notice)[:30] for notice in file.notices] == [
        "Ark1: 1 hidden row was read to",
        "Ark1: 1 hidden column was read",
        "Ark1: 1 cell holds an error of",
        "Ark1, column D: dates are show",
        "Ark1: merged cells stand over ",
        "Skjult is hidden in the file. ",
    ]


def test_a_sheet_of_libreoffice() -> None:
    """Typed cells, repeated cells, notes left out, errors by their word."""
    cell = "table:table-cell"
    kinds = (
        'office:value-type="date" office:date-value="2027-03-01"',
        'office:value-type="date" office:date-value="2027-03-01T18:00:00"',
        'office:value-type="time" office:time-value="PT09H30M00S"',
        'office:value-type="float" office:value="12.345" table:number-columns-repeated="2"',
        'office:value-type="boolean" office:boolean-value="true"',
    )
    note = "<office:annotation><text:p>note</text:p></office:annotation>"
    text = f"<{cell}>{note}<text:p>to<text:s/> ord</text:p><text:p>linje</text:p></{cell}>"
    error = f'<{cell} calcext:value-type="error"><text:p>#N/A</text:p></{cell}>'
    far = f'<{cell} table:number-columns-repeated="16000"/>'
    cells = "".join([text, *(f"<{cell} {kind}/>" for kind in kinds), error, far])
    row = f'<table:table-row table:visibility="filter">{cells}</table:table-row>'
    end = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row>'
    )
    content = ods(f'<table:table table:name="Ark">{row}{end}</table:table>')
    day = ("2027-03-01", "2027-03-01 18:00:00", "09:30")
    assert rows_of(content) == [("to  ord\nlinje", *day, "12.3450", "12.3450", "yes", "#N/A")]
    assert notices_of(content) == [
        "Ark: 1 hidden row was read too; a filter may hide it.",
        "Ark: 1 cell holds an error of the spreadsheet, such as #N/A.",
    ]
