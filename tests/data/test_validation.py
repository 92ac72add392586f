"""Terms, rounds, bodies and norms: how they lie beside one another, what is refused and what is only told."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from data import queries
from data.database import Store
from data.validation.norms import RANGES, units
from tests.support.registers import BODIES, ROUNDS, copy_with, said, take, take_all

CONSULTATION = {"consultation": "c1", "title": "Cykelsti", "centre": "by", "committee": "plan"}
BASE = {"rounds": ROUNDS, "bodies": BODIES, "consultations": [CONSULTATION]}
ALSO = [
    {"body": "a", "level": "committee", "name": "A", "active_from": "2018-01-01", "active_to": "2021-12-31"},
    {"body": "b", "level": "committee", "name": "B", "active_from": "2022-01-01", "succeeds": "a"},
]


DAYS = {"starts_on": "2041-06-03", "ends_on": "2041-06-07", "name": "Grundlovsuge"}
HEADING = {"language": "da", "section": "summary", "heading": "Resumé"}
TEMPLATE = {
    "kind": "docx",
    "file": "Egen.docx",
    "content": "UEsDBA==",
    "changed_at": "2026-11-28 12:00:00",
    "changed_by": "Ida",
}
METHOD = {"method": "gadefest", "name_da": "Gadefest", "name_en": "Street party", "has_response_period": "no"}
ANSWER = {
    "round": "2022-2025/endterm",
    "body": "plan",
    "principle": "1",
    "rating": "4",
    "justification": "Begrundelse.",
    "status": "submitted",
}
ASKED = {"consultation": "c1", "principle": "1", "asked_on": "2024-02-01", "n4": "3"}
PLAN = CONSULTATION | {"plan_kind": "local_plan", "start_on": "2017-06-15"}


@pytest.fixture
def store(own_register: Path) -> Iterator[Store]:
    """A register with two open rounds, four bodies, one of which took over from another, and a
    consultation.
    """
    store = Store(copy_with(own_register, BASE | {"bodies": [*BODIES, *ALSO]}))
    yield store
    store.close()


def notices(store: Store, table: str, *rows: Mapping[str, str]) -> list[str]:
    """The columns that notices point at; every row must be taken in."""
    outcome = take(store, {table: rows})[0]
    assert not outcome.errors, [str(error.sentence) for error in outcome.errors]
    return [error.column for error in outcome.problems]


REFUSED = [
    ("bodies", [ALSO[0] | {"succeeds": "b"}], [(2, "succeeds")]),
    (
        "bodies",
        [
            {"body": "x", "level": "centre", "name": "X", "succeeds": "z"},
            {"body": "y", "level": "centre", "name": "Y", "succeeds": "x"},
            {"body": "z", "level": "centre", "name": "Z", "succeeds": "y"},
        ],
        [(2, "succeeds"), (3, "succeeds"), (4, "succeeds")],
    ),
    ("bodies", [{"body": "x", "level": "centre", "name": "X", "succeeds": "plan"}], [(2, "level")]),
    ("bodies", [ALSO[0] | {"level": "centre"}], [(2, "level")]),
    ("bodies", [BODIES[0] | {"level": "centre"}], [(2, "level")]),
    ("bodies", [{"body": "x:1", "level": "centre", "name": "X"}], [(2, "body")]),
    ("bodies", [{"body": "x;1", "level": "centre", "name": "X"}], [(2, "body")]),
    ("consultations", [CONSULTATION | {"consultation": "c;2"}], [(2, "consultation")]),
    (
        "rounds",
        [ROUNDS[0] | {"round": "2026-2029:midterm", "term": "2026-2029"}],
        [(2, "round"), (2, "round")],
    ),
    (
        "consultations",
        [CONSULTATION | {"hours_planned": "-1", "hours_spent": "-0,5", "cost_dkk": "-3"}],
        [(2, "cost_dkk"), (2, "hours_planned"), (2, "hours_spent")],
    ),
    ("days_off", [DAYS | {"starts_on": "2041-06-08"}], [(2, "ends_on")]),
    ("headings", [HEADING | {"section": "sumary"}], [(2, "section")]),
    ("headings", [HEADING | {"language": "de"}], [(2, "language")]),
    ("headings", [HEADING | {"heading": "To\nlinjer"}], [(2, "heading")]),
    ("headings", [HEADING | {"heading": "x" * 101}], [(2, "heading")]),
    ("templates", [TEMPLATE | {"kind": "odt"}], [(2, "kind")]),
    ("templates", [TEMPLATE | {"content": "not base64!"}], [(2, "content")]),
    ("templates", [TEMPLATE | {"content": "aGVq"}], [(2, "content")]),
    ("templates", [TEMPLATE | {"content": "UEsDBA" + "A" * 6_800_002}], [(2, "content")]),
    ("methods", [METHOD | {"method": "a;b"}], [(2, "method")]),
    ("methods", [METHOD | {"name_da": "A;B"}], [(2, "name_da")]),
    ("methods", [METHOD | {"has_response_period": "måske"}], [(2, "has_response_period")]),
    ("methods", [METHOD | {"method": "nabohøring"}], [(2, "method")]),
    ("methods", [METHOD | {"name_da": "HØRING", "name_en": "survey"}], [(2, "name_da"), (2, "name_en")]),
    ("methods", [METHOD | {"aliases": "gå;Nabohøring"}], [(2, "aliases")]),
    (
        "methods",
        [METHOD, METHOD | {"method": "fest", "name_da": "Fest", "name_en": "Party", "aliases": "GADEFEST"}],
        [(2, "method"), (2, "name_da"), (3, "aliases")],
    ),
    ("experiences", [ASKED | {"consultation": "c9"}], [(2, "consultation")]),
    ("experiences", [ASKED | {"principle": "6"}], [(2, "principle")]),
    ("experiences", [ASKED | {"n4": "0"}], [(2, "n1")]),
    ("experiences", [ASKED | {"n4": "-1", "n5": "1"}], [(2, "n4")]),
    ("experiences", [ASKED | {"n5": "1,5"}], [(2, "n5")]),
    ("experiences", [ASKED | {"source": "Spurgt 010203-1234"}], [(2, "source")]),
    ("experiences", [ASKED, ASKED | {"n4": "4"}], [(3, "consultation")]),
    ("assessments", [ANSWER | {"rating": ""}], [(2, "rating")]),
    ("assessments", [ANSWER | {"rating": "", "not_assessable": "no"}], [(2, "rating")]),
    ("assessments", [ANSWER | {"rating": "7"}], [(2, "rating")]),
]


@pytest.mark.parametrize(("table", "rows", "errors"), REFUSED)
def test_what_does_not_fit_together_is_refused(
    store: Store, table: str, rows: list[dict[str, str]], errors: list[tuple[int, str]]
) -> None:
    """Rings, bodies of another level, keys that would fall together with others, numbers below zero: each
    at its place.
    """
    assert said(take(store, {table: rows})[0]) == errors


TOLD = [
    (
        "bodies",
        {"body": "x", "level": "committee", "name": "X", "active_from": "2017-01-01", "succeeds": "a"},
        ["succeeds"],
    ),
    (
        "bodies",
        {"body": "x", "level": "committee", "name": "X", "active_from": "2024-01-01", "succeeds": "a"},
        ["succeeds"],
    ),
    (
        "bodies",
        {"body": "x", "level": "committee", "name": "X", "active_from": "2022-06-01", "succeeds": "a"},
        [],
    ),
    (
        "bodies",
        {"body": "x", "level": "committee", "name": "X", "active_from": "1955-01-01"},
        ["active_from"],
    ),
    ("terms", {"term": "2021-2024", "starts_on": "2021-06-01", "ends_on": "2024-05-31"}, ["starts_on"]),
    ("terms", {"term": "2030-2033", "starts_on": "2030-01-01", "ends_on": "2033-12-31"}, []),
    ("rounds", ROUNDS[0] | {"period_to": "2024-01-01"}, ["period_from"]),
    ("rounds", ROUNDS[0] | {"period_from": "2021-12-31"}, ["period_from"]),
    ("rounds", ROUNDS[1] | {"period_to": "2026-01-01"}, ["period_to"]),
    ("rounds", ROUNDS[1] | {"opens_on": "2023-08-18"}, ["opens_on"]),
    ("rounds", ROUNDS[1] | {"opens_on": "2028-08-18", "closes_on": ""}, ["opens_on"]),
    (
        "consultations",
        CONSULTATION | {"contributions": "3", "contributions_answered": "4"},
        ["contributions_answered"],
    ),
    ("consultations", CONSULTATION | {"contributions_answered": "4"}, []),
    ("consultation_groups", {"consultation": "c1", "group": "Virksomheder"}, ["group"]),
    ("consultation_groups", {"consultation": "c1", "group": "businesses"}, []),
    ("consultation_groups", {"consultation": "c1", "group": "kolonihaver"}, []),
    ("experiences", ASKED, []),
    ("experiences", ASKED | {"n4": "", "dont_know": "1"}, []),
    ("experiences", ASKED | {"source": "ida@example.dk"}, ["source"]),
    ("days_off", DAYS | {"ends_on": "2041-09-02"}, []),
    ("days_off", DAYS | {"ends_on": "2041-09-03"}, ["ends_on"]),
    ("methods", METHOD | {"aliases": "gadefest;vejfest"}, []),
    ("headings", HEADING | {"heading": "x" * 100}, []),
    ("templates", TEMPLATE, []),
    ("consultations", PLAN | {"statutory_days": "27"}, ["statutory_days"]),
    ("consultations", PLAN | {"statutory_days": "28"}, []),
    ("consultations", PLAN | {"statutory_days": "28", "start_on": "2017-06-14"}, ["statutory_days"]),
    ("consultations", PLAN | {"statutory_days": "28", "start_on": "2005-12-31"}, []),
    ("consultations", PLAN | {"statutory_days": "7", "start_on": ""}, []),
    ("consultations", CONSULTATION | {"statutory_days": "7", "start_on": "2017-06-15"}, []),
    ("assessments", ANSWER | {"rating": "", "not_assessable": "yes"}, []),
    ("assessments", ANSWER | {"rating": "", "status": "draft"}, []),
]


@pytest.mark.parametrize(("table", "row", "columns"), TOLD)
def test_what_is_odd_is_told_and_stored(
    store: Store, table: str, row: dict[str, str], columns: list[str]
) -> None:
    """Years that don't meet, periods that overlap or lie elsewhere, more answers than contributions."""
    assert notices(store, table, row) == columns


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        (ASKED, []),
        (ASKED | {"asked_on": "2024-01-31"}, ["asked_on"]),
        (ASKED | {"asked_on": ""}, []),
        (ASKED | {"n1": "4", "dont_know": "3"}, []),
        (ASKED | {"n1": "4", "dont_know": "4"}, ["n1"]),
    ],
)
def test_answers_that_do_not_fit_their_consultation_are_told(
    store: Store, row: dict[str, str], columns: list[str]
) -> None:
    """Asked before it began, or more answers in one row than took part; the row is kept."""
    take_all(store, {"consultations": [CONSULTATION | {"start_on": "2024-02-01", "participants": "10"}]})
    assert notices(store, "experiences", row) == columns


NORM = {
    "norm": "coverage_min",
    "value": "0.5",
    "unit": "share",
    "applies_from": "2027-01-01",
    "source": "Byrådet",
}


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"value": "90"}, "value"),
        ({"value": "-0.1"}, "value"),
        ({"unit": "days"}, "unit"),
        ({"value": "101", "unit": "%"}, "value"),
        ({"norm": "decision_days_max", "unit": "days", "value": "-1"}, "value"),
        ({"norm": "scale_small_max_hours", "unit": "hours", "value": "-1"}, "value"),
        ({"norm": "followed_median", "unit": "rating", "value": "6"}, "value"),
        ({"norm": "contested_agreement", "unit": "agreement", "value": "1.5"}, "value"),
        ({"applies_from": "0227-01-01"}, "applies_from"),
    ],
)
def test_a_norm_that_can_mean_nothing_is_refused(store: Store, change: dict[str, str], column: str) -> None:
    """Another unit, a value out of its range, a year that can't be meant."""
    assert said(take(store, {"norms": [NORM | change]})[0]) == [(2, column)]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"value": "1"},
        {"value": "0,75"},
        {"unit": ""},
        {"value": "75", "unit": "%"},
        {"norm": "contested_agreement", "unit": "agreement", "value": "-0,3"},
        {"norm": "statutory_local_plan", "unit": "days", "value": "21"},
        {"norm": "scale_medium_max_hours", "unit": "hours", "value": "1500"},
    ],
)
def test_a_norm_can_be_given_another_value(store: Store, change: dict[str, str]) -> None:
    """Every known one, within its range, with its unit or without."""
    assert notices(store, "norms", NORM | change) == []


@pytest.mark.parametrize(
    ("name", "neighbour"), [("coverage_mn", "close to it are coverage_min"), ("quality", "Its norms are")]
)
def test_a_norm_that_nothing_reads_is_kept_and_told(store: Store, name: str, neighbour: str) -> None:
    """A file may hold more than this program measures; a typing error is seen at once."""
    report = take(store, {"norms": [NORM | {"norm": name}]})[0]
    assert (report.rejected, [neighbour in str(notice.sentence) for notice in report.notices]) == (0, [True])


def test_per_cent_is_read_as_a_share(store: Store) -> None:
    """75 % and 0.75 are the same norm."""
    take(store, {"norms": [NORM | {"value": "75", "unit": "%"}]})
    latest = [norm for norm in queries.norms.dated(store) if norm.key == "coverage_min"][-1]
    assert (latest.value, latest.unit) == (0.75, "share")


def test_every_norm_has_a_unit_with_a_range() -> None:
    """No norm of a new register goes unchecked."""
    assert set(units().values()) <= set(RANGES)


def test_the_period_of_the_law_is_named(store: Store) -> None:
    """The one of the day on which the consultation started."""
    (notice,) = take(store, {"consultations": [PLAN | {"statutory_days": "7"}]})[0].problems
    assert str(notice.reason) == "is less than the law sets; the longer period of the law, 28 days, is used"


def test_case_34_is_refused_where_a_step_is_missing(store: Store) -> None:
    """Neither rating nor “cannot be judged”: the sentence says how to mend it."""
    rows = [ANSWER, ANSWER | {"body": "by", "rating": "", "not_assessable": "no"}]
    outcome = take(store, {"assessments": rows})[0]
    assert [(error.row, error.column, str(error.reason)) for error in outcome.errors] == [
        (
            3,
            "rating",
            (
                "is empty: a submitted assessment needs a step from 1 to 5, or yes in not_assessable; write"
                " one of them, or keep the assessment as a draft"
            ),
        )
    ]


def test_a_submitted_answer_keeps_its_step_in_a_file_without_one(store: Store) -> None:
    """What a file leaves out is as it is stored."""
    assert notices(store, "assessments", ANSWER) == []
    without_rating = {name: value for name, value in ANSWER.items() if name != "rating"}
    assert notices(store, "assessments", without_rating | {"justification": "Ny."}) == []
