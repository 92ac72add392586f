"""Rejected rows as a workbook that is mended and taken in again, and a template that needs no mending."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name

from data.database import Store
from data.foreign.profile import ColumnUse, Profile, RowIs
from data.foreign.proposal import fitted, needed_day_order, propose_profile, value_questions
from data.foreign.read_file import header_rows, read_foreign, table_of
from data.foreign.sheet import ForeignTable
from language import speak
from materials.workbook.import_template import TemplateLists, import_template
from materials.workbook.rejected_rows import RejectedRows, rejected_rows
from materials.workbook.template_columns import COLUMNS
from tests.support.foreign_lists import (
    CYCLE_PATH,
    LIST_PROFILE,
    NOON,
    SCHOOL,
    list_of,
    request,
    table_request,
)
from tests.support.registers import BODIES, ROUNDS, take_all
from tests.support.workbooks import changed, offered_lists, sheets, xml_of
from workflow.imports import import_table, known_words, preview_import
from workflow.person import at_this_machine

BAD = SCHOOL | {"Slut": "31-02-2023", "Navn": "=2+2 Ny skole"}
LISTS = TemplateLists(["Center for By"], ["Planudvalget"], ["Borgermøde", "Høring"])


@pytest.fixture
def store(empty: Store) -> Store:
    """A register with bodies and rounds."""
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES})
    return empty


def rejected_of(store: Store, *rows: dict[str, str]) -> RejectedRows:
    """The rows that a preview of them rejects."""
    return RejectedRows(list_of(*rows), LIST_PROFILE, preview_import(store, request(*rows)).rejected)


def texts(content: bytes) -> list[list[list[object]]]:
    """Every sheet's cells."""
    return list(sheets(content).values())


def read(content: bytes) -> ForeignTable:
    """The first sheet as the program reads it."""
    file = read_foreign("mended.xlsx", content)
    return table_of(file, file.sheets[0], header_rows(file.sheets[0])[0])


def test_rejected_rows_have_their_columns_and_a_reason(store: Store) -> None:
    """In the language; nothing is a formula; what has no place is left out and named."""
    first, second = texts(rejected_rows(rejected_of(store, CYCLE_PATH, BAD), speak("en")))
    assert first == [
        ["Why the row was not taken in", "Navn", "Sag", "Start", "Slut", "Fremmødte", "Center"],
        [
            "Slut: is a date that does not exist",
            "=2+2 Ny skole",
            "23/200",
            "2023-04-01",
            "31-02-2023",
            "0",
            "Center for By",
        ],
    ]
    assert second[1] == ["Kontakt"] and "may hold names" in str(second[0][0])


def test_no_cell_of_rejected_rows_is_a_formula(store: Store) -> None:
    """Excel is told that it is text."""
    content = rejected_rows(rejected_of(store, BAD), speak("da"))
    assert "<f>" not in xml_of(content) and "=2+2 Ny skole" in str(texts(content))


def test_columns_without_a_place_come_along_where_one_asks(store: Store) -> None:
    """With the warning."""
    first, second = texts(rejected_rows(rejected_of(store, CYCLE_PATH, BAD), speak("en"), with_unplaced=True))
    assert (first[0][-1], first[1][-1]) == ("Kontakt", "Hanne Vester")
    assert "delete the file" in str(second[0][0])


@pytest.mark.parametrize("with_unplaced", [True, False])
def test_mended_rows_are_taken_in_by_the_same_profile(store: Store, *, with_unplaced: bool) -> None:
    """The file is read, its day mended, and all is good; the reason column is in nobody's way."""
    content = rejected_rows(rejected_of(store, CYCLE_PATH, BAD), speak("da"), with_unplaced=with_unplaced)
    mended = changed(content, {(1, 4): date(2023, 2, 28), (1, 3): "1. februar 2023"})
    table = read(mended)
    profile, missing = fitted(LIST_PROFILE, table)
    record = import_table(store, at_this_machine("Ida"), table_request(table, profile), imported_at=NOON)
    assert (missing, record.new, record.rejected) == ([], 1, 0)
    assert store.rows("select title, end_on from consultations") == [("=2+2 Ny skole", date(2023, 2, 28))]


def test_all_parts_of_a_rejected_consultation_come_back(store: Store) -> None:
    """Or their number would be another one."""
    profile = Profile(
        "Idéer",
        row_is=RowIs.PART,
        columns=(ColumnUse("Projekt", "title"), ColumnUse("Start", "start_on")),
        identity=("Projekt",),
        count_into="contributions",
    )
    rows = [
        {"Projekt": "Åen", "Start": "2023-01-01"},
        {"Projekt": "Byen", "Start": "31-02-2023"},
        {"Projekt": "Byen", "Start": "2023-02-01"},
    ]
    import_request = table_request(list_of(*rows), profile)
    preview = preview_import(store, import_request)
    assert [(row.row, row.state) for row in preview.rows] == [(2, "new"), (3, "rejected")]
    first = texts(rejected_rows(RejectedRows(import_request.table, profile, preview.rejected), speak("en")))[
        0
    ]
    assert [row[1] for row in first] == ["Projekt", "Byen", "Byen"]


@pytest.mark.parametrize("code", ["da", "en"])
def test_the_template_is_understood_without_mending(store: Store, tmp_path: Path, code: str) -> None:
    """Every heading is its field, every word of its lists is known, its example is passed over, and a row
    that is written below is taken in.
    """
    words = speak(code)
    content = import_template(LISTS, words)
    example = texts(content)[0][1]
    own = {
        (2, place): {"title": "Min egen", "case_number": "24/99"}.get(column.field, value)
        for place, (column, value) in enumerate(zip(COLUMNS, example, strict=True))
    }
    filled = changed(content, own)
    table, known = read(filled), known_words(store)
    profile = propose_profile(table, known, name="Skabelonen")
    assert {use.column: use.fills for use in profile.columns} == {
        words(column.heading): column.field for column in COLUMNS
    }
    assert (value_questions(table, profile, known), needed_day_order(table, profile)) == ([], None)
    preview = preview_import(store, table_request(table, profile))
    assert [(row.row, row.state, row.problems) for row in preview.rows] == [(3, "new", ())]
    assert [each.row for each in preview.problems] == [2]
    assert len(preview.rows[0].changes) >= len(COLUMNS)


def test_the_template_offers_its_lists() -> None:
    """Choices, bodies and methods; the sheet that explains is never the longer one."""
    content = import_template(LISTS, speak("da"))
    (rows, guide), lists = texts(content), offered_lists(content)
    letters = dict(zip(rows[0], map(xl_col_to_name, range(len(rows[0]))), strict=True))
    assert {letters[name] for name in ("Center", "Udvalg", "Metode", "Omfang", "Plantype")} <= lists.keys()
    first, last = re.findall(r"\$([A-Z]+)\$2", lists[letters["Metode"]])
    numbers = [xl_cell_to_rowcol(f"{letter}1")[1] for letter in (first, last)]
    assert guide[1][numbers[0] : numbers[1] + 1] == ["Borgermøde", "Høring"]
    assert len(rows) == len(guide) == 2
    assert str(rows[1][0]).startswith("EKSEMPEL")


def test_a_sheets_name_is_one_that_excel_takes(store: Store) -> None:
    """Whatever the profile remembers."""
    rejected = rejected_of(store, BAD)
    odd = replace(rejected, profile=replace(LIST_PROFILE, sheet="[Alt]: det/hele? " * 5))
    first = next(iter(sheets(rejected_rows(odd, speak("en")))))
    assert first.startswith("Alt") and len(first) <= 31
