"""What participants answered: rows that stay apart, sums over a selection, and how they are removed."""

from datetime import date
from pathlib import Path

import pytest

from data import queries
from data.database import Store
from data.export import export
from data.models import ExperienceAnswers
from data.queries.experiences import ExperienceCounts
from data.queries.selection import Selection, of_round, own_consultations
from data.writing import RowChange, save_records
from evaluation.as_json import as_json
from evaluation.evaluate import evaluate, find_round
from tests.support.exported_records import exported
from tests.support.registers import BODIES, ROUNDS, filled_by, take, take_all

ENDTERM = ROUNDS[1]["round"]
CONSULTATIONS = [
    {"consultation": "c1", "title": "Cykelsti", "centre": "by", "end_on": "2024-03-01"},
    {"consultation": "c2", "title": "Skolegård", "end_on": "2024-05-01"},
    {"consultation": "c3", "title": "Motorvej", "end_on": "2024-06-01", "run_by_municipality": "no"},
]
MONDAY = date(2024, 2, 5)
ROWS = [
    {"consultation": "c1", "principle": "1", "n4": "3"},
    {"consultation": "c1", "principle": "1", "n4": "4", "source": "2024-02-05"},
    {"consultation": "c1", "principle": "1", "asked_on": "2024-02-05", "n5": "2"},
    {"consultation": "c1", "principle": "1", "asked_on": "2024-02-05", "n1": "1", "source": "net: skema"},
    {"consultation": "c2", "principle": "1", "dont_know": "6"},
    {"consultation": "c2", "principle": "meaningful", "n2": "5", "n3": "1"},
    {"consultation": "c3", "principle": "1", "n1": "50"},
]


@pytest.fixture
def store(empty: Store) -> Store:
    """Three consultations, one of them not the municipality's, and seven rows."""
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES, "consultations": CONSULTATIONS, "experiences": ROWS})
    return empty


def test_rows_of_another_day_or_source_stay_apart(store: Store) -> None:
    """A day that is not known and a source that reads like a day are different rows; counts that are not
    written are none.
    """
    assert queries.experiences.of_consultation(store, "c1") == [
        ExperienceAnswers("c1", "1", MONDAY, (0, 0, 0, 0, 2), 0, None),
        ExperienceAnswers("c1", "1", MONDAY, (1, 0, 0, 0, 0), 0, "net: skema"),
        ExperienceAnswers("c1", "1", None, (0, 0, 0, 3, 0), 0, None),
        ExperienceAnswers("c1", "1", None, (0, 0, 0, 4, 0), 0, "2024-02-05"),
    ]


def test_every_row_has_a_name_of_its_own_in_the_history(store: Store) -> None:
    """An empty day stays as nothing between its colons."""
    assert store.rows("select record from history where kind = 'experiences' order by entry limit 4") == [
        ("c1:1:",),
        ("c1:1:2024-02-05",),
        ("c1:1:2024-02-05:net: skema",),
        ("c1:1::2024-02-05",),
    ]


def test_rows_are_summed_over_a_round_s_own_consultations(store: Store) -> None:
    """By question, with how many consultations asked; the motorway was not the municipality's."""
    assert queries.experiences.counts(store, of_round(store, find_round(store, ENDTERM))) == {
        "1": ExperienceCounts(2, (1, 0, 0, 7, 2), 6),
        "meaningful": ExperienceCounts(1, (0, 5, 1, 0, 0), 0),
    }


def test_rows_are_summed_over_a_body_s_own_consultations(store: Store) -> None:
    """And nobody was asked in those of a day before."""
    own = own_consultations(store, find_round(store, ENDTERM), "by")
    before = Selection(date(2020, 1, 1), date(2021, 12, 31))
    assert queries.experiences.counts(store, own) == {"1": ExperienceCounts(1, (1, 0, 0, 7, 2), 0)}
    assert queries.experiences.counts(store, before) == {}


def test_a_row_typed_by_mistake_can_be_removed(store: Store) -> None:
    """The other rows of that consultation stay, and the history keeps what it was."""
    key = {"consultation": "c1", "principle": "1", "asked_on": None, "source": None}
    row = queries.exchange_rows.row(store, "experiences", key)
    assert row is not None
    save_records(store, "Ida", [], removed_rows=[RowChange("experiences", row, row)])
    rows = queries.experiences.of_consultation(store, "c1")
    assert [(each.asked_on, each.source) for each in rows] == [
        (MONDAY, None),
        (MONDAY, "net: skema"),
        (None, "2024-02-05"),
    ]
    assert store.rows("select action, record, before is null from history order by entry desc limit 1") == [
        ("removed", "c1:1:", False)
    ]


def test_a_row_is_changed_by_its_whole_key(store: Store) -> None:
    """The same file again changes nothing, another count changes that row alone."""
    again = take(store, {"experiences": ROWS})[0]
    changed = take(store, {"experiences": [ROWS[1] | {"n4": "9"}]})[0]
    assert ((again.taken, again.unchanged), (changed.new, changed.changed)) == ((0, 7), (0, 1))
    assert [sum(each.counts) for each in queries.experiences.of_consultation(store, "c1")] == [2, 1, 3, 9]


def test_export_and_import_give_the_same_evaluation(store: Store, tmp_path: Path) -> None:
    """To the byte, and the same files."""
    records = exported(store, tmp_path / "out")
    path = tmp_path / "copy.duckdb"
    filled_by(path, tmp_path / "out")
    copy = Store(path)
    export(copy, tmp_path / "again")
    assert (tmp_path / "again" / "experiences.csv").read_bytes() == (
        tmp_path / "out" / "experiences.csv"
    ).read_bytes()
    assert len(records["experiences"]) == 7
    before, after = (as_json(evaluate(each, find_round(each, ENDTERM))) for each in (store, copy))
    copy.close()
    assert after == before
