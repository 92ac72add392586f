"""A pasted list of committees and centres: what each line would do, and that all of it is added or
nothing.
"""

from datetime import date

import pytest

from data import queries
from data.database import Store
from data.errors import CommandRefused
from tests.workflow.conftest import IDA
from workflow.body_list import ListDefaults, read_body_list, to_be_added
from workflow.organisation import NewBody, add_bodies

COMMITTEES = ListDefaults("committee")
LINES = [
    ("Teknisk Udvalg", ("committee", "Teknisk Udvalg", None, "new", None)),
    ("• Teknisk Udvalg", ("committee", "Teknisk Udvalg", None, "new", None)),
    ("Vandcentret\tCenter\t2022", ("centre", "Vandcentret", date(2022, 1, 1), "new", None)),
    ("Vandcentret;2022;forvaltning", ("centre", "Vandcentret", date(2022, 1, 1), "new", None)),
    ("Havneudvalget;;1.6.2024", ("committee", "Havneudvalget", date(2024, 6, 1), "new", None)),
    ("PLANUDVALGET", ("committee", "PLANUDVALGET", None, "there", "is there already as “Planudvalget”")),
    (
        "Plan\u00adudvalget\u00a0",
        ("committee", "Planudvalget", None, "there", "is there already as “Planudvalget”"),
    ),
    ("Planudvalget;center", ("centre", "Planudvalget", None, "new", None)),
    ("Planudvaglet", ("committee", "Planudvaglet", None, "similar", "looks like “Planudvalget”")),
    (
        "Havn;måske",
        (
            "committee",
            "Havn",
            None,
            "refused",
            "“måske” is neither a level, a year nor an e-mail address; write committee or centre, a year"
            " such as 2022, or an address",
        ),
    ),
    (";udvalg", ("committee", "", None, "refused", "has no name")),
    (
        "010190-1234",
        ("committee", "010190-1234", None, "refused", "holds a possible CPR number; leave it out"),
    ),
    ("I alt", ("committee", "I alt", None, "refused", "is the name of a row of totals; delete the row")),
]


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line for line, _ in LINES])
def test_a_line_is_read(store: Store, line: str, expected: tuple[object, ...]) -> None:
    """Its level and year in any order; a known name in any spelling; what can't be a body."""
    (each,) = read_body_list(store, line, COMMITTEES)
    body, reason = each.body, str(each.reason) if each.reason else None
    assert (body.level, body.name, body.active_from, each.state, reason) == expected


def test_blank_lines_headings_and_names_twice_add_nothing(store: Store) -> None:
    """Lines are counted as they stand; a name twice, and with & for og, is one."""
    text = "Navn;Niveau\r\n\r\nBy & Miljø;udvalg\r\nBy og Miljø;udvalg\r\n"
    listed = read_body_list(store, text, ListDefaults("centre", date(2022, 1, 1)))
    assert [(each.line, each.state, str(each.reason)) for each in listed] == [
        (3, "new", "None"),
        (4, "there", "stands in line 3 already"),
    ]
    assert to_be_added(listed, with_similar=False) == [NewBody("committee", "By & Miljø", date(2022, 1, 1))]


def test_all_are_added_or_none(store: Store) -> None:
    """While one line is refused nothing is; those that look alike are added where one asks for it."""
    text = "Teknisk Udvalg\nPlanudvaglet\nPlanudvalget"
    assert to_be_added(read_body_list(store, f"{text}\nHavn;x", COMMITTEES), with_similar=True) == []
    listed = read_body_list(store, text, COMMITTEES)
    assert [body.name for body in to_be_added(listed, with_similar=True)] == [
        "Teknisk Udvalg",
        "Planudvaglet",
    ]
    bodies = to_be_added(listed, with_similar=False)
    with pytest.raises(CommandRefused, match="Write the name"):
        add_bodies(store, IDA, [*bodies, NewBody("committee", " ")])
    with pytest.raises(CommandRefused, match="no new committee or centre"):
        add_bodies(store, IDA, [])
    assert "teknisk-udvalg" not in queries.bodies.names(store)
    add_bodies(store, IDA, bodies)
    assert queries.bodies.names(store)["teknisk-udvalg"] == "Teknisk Udvalg"
    assert queries.history.of_record(store, "bodies", "teknisk-udvalg")[0].who == "Ida"
    assert [each.state for each in read_body_list(store, text, COMMITTEES)] == ["there", "similar", "there"]


def test_a_text_that_is_no_list_is_refused_whole(store: Store) -> None:
    """A whole document, say."""
    listed = read_body_list(store, "Udvalg\n" * 501, COMMITTEES)
    assert [str(each.reason) for each in listed] == [
        "The list has more than 500 lines. Nothing of it is read: divide it."
    ]


def test_a_line_may_have_addresses(store: Store) -> None:
    """In any column after the name."""
    (each,) = read_body_list(store, "Havneudvalget;havn@by.dk, kaj@by.dk;2022", COMMITTEES)
    assert each.body == NewBody("committee", "Havneudvalget", date(2022, 1, 1), ("havn@by.dk", "kaj@by.dk"))
