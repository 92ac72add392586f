"""The workbook of a round: every number is the evaluation's, every word one that may be read."""

import io
import json
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest

from data.database import Store
from evaluation.earlier_words import WITHHELD
from evaluation.evaluate import find_round
from evaluation.principles import INDICATORS
from evaluation.scales import VERDICTS
from evaluation.snapshot import evaluation_json
from language import Words, speak
from materials.documents.round_material import round_material
from materials.round_tables.indicators import COLUMNS as INDICATOR_COLUMNS
from materials.round_tables.table_model import Value
from materials.workbook.cells import cell_of
from materials.workbook.plain_book import LONGEST_CELL, Number, PlainBook, safe_text
from materials.workbook.round_workbook import round_workbook, workbook_name
from materials.workbook.table_sheet import HIGHEST, TableColumn, write_table
from tests.support.workbooks import sheets, xml_of

CLOSED, OPEN = "2022-2025/endterm", "2026-2029/midterm"
ENGLISH, DANISH = speak("en"), speak("da")
Rows = list[dict[str, Any]]
LEVELS = {"All committees and centres": "all", "Committees": "committee", "Centres": "centre"}


def book_of(store: Store, round_key: str, words: Words = ENGLISH, **version: bool) -> bytes:
    """The workbook of a round."""
    return round_workbook(store, round_material(store, find_round(store, round_key), **version), words)


def kept(value: float | None) -> float | None:
    """A number as Excel keeps it: to fifteen digits."""
    return None if value is None else float(f"{value:.15G}")


def rows_of(content: bytes, sheet: str) -> Rows:
    """A sheet's rows by their headings; what is empty is None."""
    header, *rows = sheets(content)[sheet]
    return [
        {name: None if cell == "" else cell for name, cell in zip(header, row, strict=True)} for row in rows
    ]


@pytest.fixture(scope="module")
def closed(demonstration: Store) -> bytes:
    """The English workbook of the closed round."""
    return book_of(demonstration, CLOSED)


@pytest.fixture(scope="module", params=[CLOSED, OPEN])
def read_back(request: pytest.FixtureRequest, demonstration: Store) -> tuple[bytes, dict[str, Any]]:
    """A round's workbook beside its evaluation as JSON."""
    result = evaluation_json(demonstration, find_round(demonstration, request.param))
    return book_of(demonstration, request.param), json.loads(result)


def test_results_are_the_evaluation_s(read_back: tuple[bytes, dict[str, Any]]) -> None:
    """Cell by cell: verdict, confidence, medians, counts, agreement and change."""
    content, result = read_back
    rows = rows_of(content, "Results")
    principles = {each["principle"]: each for each in result["principles"]}
    assert [(row["Principle"], LEVELS[row["Level"]]) for row in rows] == [
        (principle, level) for principle in principles for level in LEVELS.values()
    ]
    for row in rows:
        finding = principles[row["Principle"]]
        verdict, standing = finding["verdict"], finding[LEVELS[row["Level"]]]
        low, high = standing["median"] or (None, None)
        assert row["Verdict"] == VERDICTS[verdict["override"] or verdict["proposed"]]
        assert row["Proposed verdict"] == VERDICTS[verdict["proposed"]]
        assert row["Confidence"] == verdict["confidence"]["grade"]
        assert (row["Lowered by"] is None) is (verdict["confidence"]["reasons"] == [])
        assert (row["Middle answer, lower"], row["Middle answer, upper"]) == (low, high)
        assert kept(row["Agreement (A)"]) == kept(standing["agreement"])
        names = {"Asked": "expected", "Answered": "answered", "Rated": "assessable"}
        names["Cannot be judged"] = "not_assessable"
        assert {key: row[name] for name, key in names.items()} == {
            key: standing[key] for key in names.values()
        }
        assert {str(step): row[f"Step {step}"] for step in range(1, 6)} == standing["counts"]
        _is_change(row, finding["change"])


def _is_change(row: dict[str, Any], change: dict[str, Any]) -> None:
    """Moves stand beside all bodies, and nowhere where there was no round before."""
    has_moves = row["Level"] == "All committees and centres" and change["previous_round"]
    moves = (change["up"], change["same"], change["down"]) if has_moves else (None, None, None)
    assert (row["Higher"], row["Same"], row["Lower"]) == moves
    assert (row["Round before"] is not None) is bool(has_moves)


def test_indicators_are_the_evaluation_s(read_back: tuple[bytes, dict[str, Any]]) -> None:
    """Counts, value and norm of each, also by scale; unknown is empty and never 0."""
    content, result = read_back
    measured = [each for finding in result["principles"] for each in finding["indicators"]]
    expected = {}
    for each in (*measured, *result["proportionality"]["indicators"]):
        label = INDICATORS[each["indicator"]].label
        expected[label, "All consultations"] = {
            "Counted": each["numerator"],
            "Out of": each["denominator"],
            "Not known": each["unknown"],
            "Waiting": each["waiting"],
            "Value": kept(each["value"]),
            "Norm": each["norm"],
            "Meets the norm": {True: "yes", False: "no", None: None}[each["met"]],
        }
        for scale, part in each.get("by_scale", {}).items():
            values = {
                "Out of": part["denominator"],
                "Not known": part["unknown"],
                "Value": kept(part["value"]),
            }
            expected[label, scale.capitalize()] = values
    rows = {
        (row["Fact"], row["Of"]): row | {"Value": kept(row["Value"])}
        for row in rows_of(content, "Indicators")
    }
    assert rows.keys() == expected.keys()
    assert {key: {name: rows[key][name] for name in values} for key, values in expected.items()} == expected


def test_experience_is_the_evaluation_s(read_back: tuple[bytes, dict[str, Any]]) -> None:
    """The five questions and the sixth; empty where nobody was asked."""
    content, result = read_back
    questions = [*(each["experience"] for each in result["principles"]), result["experience_meaningful"]]
    experiences = []
    for row in rows_of(content, "Experience"):
        medians = [row["Middle answer, lower"], row["Middle answer, upper"]]
        counts = {str(step): row[f"Step {step}"] for step in range(1, 6)}
        experiences.append(
            {
                "consultations": row["Consultations"],
                "answers": row["Answers"],
                "counts": counts,
                "dont_know": row["Don't know"],
                "median": None if None in medians else medians,
            }
            if row["Consultations"] is not None
            else None
        )
    assert experiences == questions


def test_each_answer_stands_in_it_and_counts_as_in_the_results(
    read_back: tuple[bytes, dict[str, Any]], demonstration: Store
) -> None:
    """A row a body and principle, also without an answer; the steps are those that were counted."""
    content, result = read_back
    rows = [row for row in rows_of(content, "Assessments") if row["Asked"] == "yes"]
    for finding in result["principles"]:
        own = [row for row in rows if row["Principle"] == finding["principle"]]
        counts = {str(step): sum(row["Step"] == step for row in own) for step in range(1, 6)}
        assert (len(own), counts) == (finding["all"]["expected"], finding["all"]["counts"])


def test_words_are_whole_and_confidential_ones_withheld(demonstration: Store, closed: bytes) -> None:
    """Withheld with a sentence in the open version; marked in the confidential one."""
    material = round_material(demonstration, find_round(demonstration, CLOSED), with_confidential=True)
    secret = [each.assessment for each in material.statements if each.assessment.confidential]
    public = [each.assessment for each in material.statements if not each.assessment.confidential]
    reasons = [row["Reason"] for row in rows_of(closed, "Assessments")]
    assert secret and {each.justification for each in public} <= set(reasons)
    assert not {each.justification for each in secret} & set(reasons)
    assert [row["Closed words"] for row in rows_of(closed, "Assessments")].count(WITHHELD) == len(secret)
    full = rows_of(round_workbook(demonstration, material, ENGLISH), "Assessments")
    marks = {row["Reason"]: row["Closed words"] for row in full}
    assert {marks[each.justification] for each in secret} == {
        "Closed words: kept out of every public material."
    }


def test_what_it_is_stands_first_and_on_each_printed_page(demonstration: Store) -> None:
    """Draft and confidential version in the header, the source and page numbers in the footer."""
    content = book_of(demonstration, OPEN, with_confidential=True)
    about = {row[0]: row[1] for row in sheets(content)["About"]}
    assert about["Round"] == "Mid-term 2026–2029"
    assert "can still change" in about["State"] and "must not be published" in about["Closed words"]
    for number in range(1, len(sheets(content)) + 1):
        sheet = xml_of(content, number)
        assert "Draft: the round is open" in sheet and "must not be published" in sheet
        assert "Demonstration records" in sheet and "Page &amp;P of &amp;N" in sheet
        assert 'fitToHeight="0"' in sheet and 'orientation="landscape"' in sheet
    closed = {row[0]: row[1] for row in sheets(book_of(demonstration, CLOSED, DANISH))["Om"]}
    material = round_material(demonstration, find_round(demonstration, CLOSED))
    assert material.closing and material.closing.sha256 in closed.values()
    assert closed["Lukket den"] == material.snapshot.closed_on


def test_every_table_is_filtered_and_its_header_fixed(closed: bytes) -> None:
    """And said again on each page; the language and title stand in the properties."""
    names = list(sheets(closed))
    expected = ["About", "Results", "Assessments", "Indicators", "Experience", "Consultations", "Errata"]
    assert names == [*expected, "Definitions"]
    for number, _ in enumerate(names[1:], start=2):
        sheet = xml_of(closed, number)
        assert "<autoFilter" in sheet and 'state="frozen"' in sheet
    with zipfile.ZipFile(io.BytesIO(closed)) as parts:
        properties = parts.read("docProps/core.xml").decode()
        assert parts.read("xl/workbook.xml").decode().count("_xlnm.Print_Titles") == len(names) - 1
    assert "<dc:language>en</dc:language>" in properties and "five principles" in properties


def test_every_fact_and_every_column_is_defined(closed: bytes) -> None:
    """With question, norm and source; the columns of each sheet by its name."""
    definitions = rows_of(closed, "Definitions")
    facts = {row["Name"]: row for row in definitions if row["Kind"] == "Fact"}
    assert facts.keys() == {indicator.label for indicator in INDICATORS.values()}
    assert all(
        indicator.question in facts[indicator.label]["What it says"] for indicator in INDICATORS.values()
    )
    assert all(row["Source"] for row in facts.values())
    assert (facts["Frame published by the start"]["Norm"], facts["Hours per participant"]["Norm"]) == (
        0.9,
        None,
    )
    columns = {(row["Where"], row["Name"]) for row in definitions if row["Kind"] == "Column"}
    tables = {name: rows[0] for name, rows in sheets(closed).items() if name not in ("About", "Definitions")}
    assert columns == {(name, heading) for name, header in tables.items() for heading in header}


def test_consultations_are_those_of_the_round(demonstration: Store, closed: bytes) -> None:
    """With days as days, and numbers as numbers; corrections stand beside."""
    rows = rows_of(closed, "Consultations")
    stored = demonstration.records("select * from consultations")
    by_title = {record["title"]: record for record in stored}
    material = round_material(demonstration, find_round(demonstration, CLOSED))
    assert len(rows) == material.evaluation.consultations
    names = {
        "Started": "start_on",
        "Ended": "end_on",
        "Participants": "participants",
        "Hours spent": "hours_spent",
    }
    for row in rows:
        record = by_title[row["Title"]]
        assert {name: row[name] for name in names} == {name: record[key] for name, key in names.items()}
    (erratum,) = rows_of(closed, "Errata")
    assert (erratum["Holds"], erratum["Principle"]) == ("yes", "4")


def test_the_same_round_is_the_same_file(demonstration: Store, closed: bytes) -> None:
    """To the byte; its name says what it is."""
    assert book_of(demonstration, CLOSED) == closed
    material = round_material(demonstration, find_round(demonstration, OPEN), with_confidential=True)
    assert workbook_name(material, DANISH) == "Regneark - Midtvejsevaluering 2026-2029 - udkast - lukket.xlsx"


def test_odd_texts_are_held_as_text(demonstration: Store) -> None:
    """Formulas guarded, control characters taken out, Arabic and Greenlandic whole, nothing calculated."""
    material = round_material(demonstration, find_round(demonstration, CLOSED))
    names = ["=1+1", "\x07Qaasuitsup Kommunia", "بلدية", "@SUM(A1)"]
    answers = [
        replace(answer, name=names[place % len(names)])
        for place, answer in enumerate(material.snapshot.answers)
    ]
    odd = replace(material, snapshot=replace(material.snapshot, answers=tuple(answers)))
    content = round_workbook(demonstration, odd, DANISH)
    cells = {row["Udvalg eller center"] for row in rows_of(content, "Vurderinger")}
    assert cells == {"'=1+1", "Qaasuitsup Kommunia", "بلدية", "'@SUM(A1)"}
    assert all("<f>" not in xml_of(content, number) for number in range(1, len(sheets(content)) + 1))


def test_a_round_without_an_answer_has_all_its_rows(demonstration: Store) -> None:
    """Empty where nothing is known, and not 0."""
    material = round_material(demonstration, find_round(demonstration, CLOSED))
    nobody = tuple(
        replace(each, status="missing", rating=None, not_assessable=False, basis=None)
        for each in material.snapshot.answers
    )
    empty = replace(
        material, snapshot=replace(material.snapshot, answers=nobody, assessments=()), statements=()
    )
    rows = rows_of(round_workbook(demonstration, empty, ENGLISH), "Assessments")
    assert len(rows) == len(nobody)
    assert {(row["State"], row["Step"], row["Cannot be judged"]) for row in rows} == {
        ("Not answered", None, None)
    }


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark() -> None:
    """And no row is higher than Excel's highest, which lies on a whole dot of the screen."""
    text = safe_text("æ" * 40_000)
    assert (len(text), text[-1]) == (LONGEST_CELL, "…")
    book = PlainBook("T")
    write_table(book, book.sheet("S"), [TableColumn("A", 10)], [["ord " * 2_000], ["ord"]])
    heights = re.findall(r'<row r="[23]"[^>]* ht="([\d.]+)"', xml_of(book.content()))
    assert [float(height) for height in heights] == [HIGHEST - 0.25, 15.75]


@pytest.mark.parametrize(
    ("code", "day", "percent"), [("da", "dd-mm-yyyy", "0 %"), ("en", "yyyy-mm-dd", "0%")]
)
def test_days_and_shares_are_shown_as_the_language_writes_them(
    demonstration: Store, code: str, day: str, percent: str
) -> None:
    """As formats of numbers that stay what they are."""
    with zipfile.ZipFile(io.BytesIO(book_of(demonstration, CLOSED, speak(code)))) as parts:
        styles = parts.read("xl/styles.xml").decode()
    assert f'formatCode="{day}"' in styles
    assert f'formatCode="{percent}"' in styles or code == "en"  # 0% is one of Excel's own


def test_a_share_has_as_many_decimals_as_tell_it_from_its_norm() -> None:
    """899 of 1000 against 90 %: not shown as 90 %."""
    column = next(column for column in INDICATOR_COLUMNS if column.name == "value")
    row: dict[str, Value] = {"value": 0.899, "norm": 0.9, "unit": "share"}
    assert cell_of(column, row, DANISH) == Number(0.899, "0.0 %")
    assert cell_of(column, row | {"value": 2.5, "norm": 3, "unit": "groups"}, DANISH) == Number(
        2.5, "#,##0.##"
    )
