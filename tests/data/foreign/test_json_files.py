"""JSON: where the records are, what lies within them, and the lists that become tables of their own."""

import json

import pytest

from data.foreign.read_file import read_foreign
from tests.data.foreign.made import rows_of

A_B = [("id", "a"), ("1", "x"), ("2", "y")]
RECORDS = [{"id": 1, "a": "x"}, {"id": 2, "a": "y"}]


@pytest.mark.parametrize(
    "document",
    [
        RECORDS,
        {"features": RECORDS, "type": "FeatureCollection"},
        {"count": 2, "next": None, "results": RECORDS},
        {"success": True, "result": {"facets": [], "results": RECORDS}},
        {"data": {"processes": {"nodes": RECORDS}}},
        {"data": {"edges": [{"node": record, "cursor": "c"} for record in RECORDS]}},
        {"meta": [{"v": 1}], "hoeringer": RECORDS},
        [["id", "a"], [1, "x"], [2, "y"]],
        {"features": [{"type": "Feature", "geometry": None, "properties": each} for each in RECORDS]},
        {"features": [{"geometry": {"x": 1}, "attributes": each} for each in RECORDS]},
    ],
)
def test_the_records_wherever_they_are(document: object) -> None:
    """In a list, in an object that holds one, in features, in a graph."""
    assert rows_of(json.dumps(document).encode()) == A_B


def test_one_record_a_line() -> None:
    """As many programs export."""
    assert rows_of(b'{"id":1,"a":"x"}\n\n{"id":2,"a":"y"}\n') == A_B


def test_records_under_their_keys() -> None:
    """The key is kept, since it may be the only reference."""
    assert rows_of(b'{"12": {"a": "x"}, "13": {"a": "y"}}') == [("(key)", "a"), ("12", "x"), ("13", "y")]


def test_what_lies_within_a_record() -> None:
    """Languages and other inner names by their path, plain lists joined, numbers that can't be mistaken."""
    record = (
        '[{"title": {"da": "Æ", "en": ""}, "tags": ["a", "b", null], "n": 1.234, "m": 2.50, "big":'
        ' 12345678901234567890, "ok": false, "no": null, "empty": [], "none": {}}]'
    )
    assert rows_of(record.encode()) == [
        ("title/da", "title/en", "tags", "n", "m", "big", "ok", "no", "empty", "none"),
        ("Æ", "", "a; b", "1.2340", "2.5", "12345678901234567890", "no"),
    ]


def test_lists_of_records_are_tables_of_their_own() -> None:
    """Each row tells to which record it belongs, through all levels."""
    document = [
        {"id": 7, "title": {"da": "Sti"}, "steps": [{"name": "A", "days": [{"on": "2027-03-01"}]}]},
        {"id": 8, "title": {"da": "Vej"}, "steps": [{"name": "B", "days": []}]},
    ]
    sheets = read_foreign("a.json", json.dumps(document).encode()).sheets
    assert {sheet.name: sheet.rows for sheet in sheets} == {
        "": (("id", "title/da"), ("7", "Sti"), ("8", "Vej")),
        "steps": (
            ("parent/id", "parent/title/da", "name", "days"),
            ("7", "Sti", "A"),
            ("8", "Vej", "B"),
        ),
        "steps/days": (
            ("parent/row", "parent/name", "parent/parent/id", "parent/parent/title/da", "on"),
            ("2", "A", "7", "Sti", "2027-03-01"),
        ),
    }


def test_a_record_alone_is_a_row() -> None:
    """An object with a title is a record, even where it holds lists."""
    document = {"title": "Parker", "details": {"opening_date": "2027-04-22", "notes": [{"note": "n"}]}}
    sheets = read_foreign("a.json", json.dumps(document).encode()).sheets
    assert [(sheet.name, sheet.rows[0], len(sheet.rows)) for sheet in sheets] == [
        ("", ("title", "details/opening_date"), 2),
        ("details/notes", ("parent/row", "parent/title", "note"), 2),
    ]
