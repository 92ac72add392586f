"""Saving from the screen: checked like a file, and two people never overwrite one another."""

import threading

import pytest

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, RecordRefused
from data.writing import save_assessment
from tests.support.registers import BODIES, ROUNDS, take_all

VALUES: dict[str, str | None] = {
    "round": "2022-2025/endterm",
    "body": "plan",
    "principle": "1",
    "consultation": None,
    "rating": "4",
    "not_assessable": "no",
    "basis": "fair",
    "justification": "Rammen lå klar.",
    "closed": "no",
    "status": "submitted",
    "themes": "",
    "evidence": "",
}


@pytest.fixture
def store(empty: Store) -> Store:
    """A register with one committee, one centre and an open round."""
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES})
    return empty


def test_what_is_saved_is_what_is_read(store: Store) -> None:
    """The first save is version 1, the next version 2."""
    save_assessment(store, "Ida", VALUES, 0)
    save_assessment(store, "Ida", VALUES | {"rating": "5"}, 1)
    found = queries.assessments.of_body(store, "2022-2025/endterm", "plan", 1)
    assert found is not None and (found.rating, found.version, found.status, found.counted) == (
        5,
        2,
        "submitted",
        True,
    )


def test_the_second_of_two_people_is_told(store: Store) -> None:
    """Whoever saves from an old version overwrites nothing."""
    save_assessment(store, "Ida", VALUES, 0)
    with pytest.raises(ChangedMeanwhile):
        save_assessment(store, "Bo", VALUES | {"justification": "Bos ord."}, 0)
    stored = queries.assessments.of_body(store, "2022-2025/endterm", "plan", 1)
    assert stored is not None and (stored.version, stored.justification) == (1, "Rammen lå klar.")


def test_of_many_at_once_exactly_one_is_first(store: Store) -> None:
    """Eight people save the same new assessment at the same moment: one is stored, seven are told."""
    outcomes: list[str] = []

    def save(name: str) -> None:
        try:
            save_assessment(store, name, VALUES, 0)
            outcomes.append("saved")
        except ChangedMeanwhile:
            outcomes.append("told")

    threads = [threading.Thread(target=save, args=(f"person {i}",)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["saved", *["told"] * 7]


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"justification": " "}, "justification"),
        ({"justification": "CPR 010190-1234"}, "justification"),
        ({"rating": "7"}, "rating"),
    ],
)
def test_a_broken_rule_saves_nothing(store: Store, change: dict[str, str], column: str) -> None:
    """The column to mend is named."""
    with pytest.raises(RecordRefused) as refused:
        save_assessment(store, "Ida", VALUES | change, 0)
    assert [error.column for error in refused.value.problems] == [column]
    assert queries.assessments.of_body(store, "2022-2025/endterm", "plan", 1) is None


def test_a_closed_round_is_closed_for_the_screen_too(store: Store) -> None:
    """Not only the button: the writing itself refuses."""
    take_all(store, {"rounds": [ROUNDS[1] | {"status": "closed"}]})
    with pytest.raises(RecordRefused):
        save_assessment(store, "Ida", VALUES, 0)


def test_the_history_of_one_assessment_can_be_read(store: Store) -> None:
    """Who changed what, newest first."""
    save_assessment(store, "Ida", VALUES, 0)
    save_assessment(store, "Bo", VALUES | {"rating": "2"}, 1)
    found = queries.history.of_record(store, "assessments", "2022-2025/endterm:plan:1")
    assert [(entry.who, entry.action, entry.before is None) for entry in found] == [
        ("Bo", "changed", False),
        ("Ida", "created", True),
    ]
