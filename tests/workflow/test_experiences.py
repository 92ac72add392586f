"""Answers of participants are typed in, changed, removed and put back; nobody's are overwritten in
silence.
"""

from dataclasses import replace
from datetime import date

import pytest

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused
from data.models import ExperienceAnswers
from data.queries.selection import of_round
from tests.support.registers import take_all
from tests.workflow.conftest import IDA, round_of
from workflow.experiences import Survey, remove_experiences, save_experiences, surveys

DAY = date(2025, 3, 4)
PAPER = Survey("legeplads", DAY, "papir", {"1": (0, 1, 2, 3, 4, 5), "meaningful": (0, 0, 0, 6, 7, 0)})


@pytest.fixture(autouse=True)
def consultations(store: Store) -> None:
    """Two consultations of the last round, one with few participants."""
    rows = [
        {"consultation": "legeplads", "title": "Legeplads", "start_on": "2025-03-01", "end_on": "2025-03-10"},
        {"consultation": "busrute", "title": "Busrute", "start_on": "2025-05-01", "end_on": "2025-05-09"}
        | {"participants": "3"},
    ]
    take_all(store, {"consultations": rows})


def entered(store: Store) -> list[Survey]:
    """What is entered for the playground."""
    return surveys(store, "legeplads")


def actions(store: Store, survey: Survey, question: str) -> list[tuple[str, str]]:
    """What was done to the answers to one question and by whom, newest first."""
    entries = queries.history.of_record(store, "experiences", survey.record(question))
    return [(entry.action, entry.who) for entry in entries]


def test_a_survey_is_kept_as_a_row_a_question(store: Store) -> None:
    """Only questions that somebody answered have one; the history names who typed it."""
    save_experiences(store, IDA, replace(PAPER, counts={**PAPER.counts, "2": (0,) * 6}))
    assert queries.experiences.of_consultation(store, "legeplads") == [
        ExperienceAnswers("legeplads", "1", DAY, (0, 1, 2, 3, 4), 5, "papir"),
        ExperienceAnswers("legeplads", "meaningful", DAY, (0, 0, 0, 6, 7), 0, "papir"),
    ]
    assert entered(store) == [PAPER]
    assert PAPER.participants == 15
    assert actions(store, PAPER, "1") == [("created", "Ida")]


def test_without_day_and_source_it_is_kept_too(store: Store) -> None:
    """Surveys of an unknown day come last."""
    unknown = replace(PAPER, asked_on=None, source="")
    save_experiences(store, IDA, unknown)
    save_experiences(store, IDA, PAPER)
    assert entered(store) == [PAPER, unknown]
    assert actions(store, unknown, "1") == [("created", "Ida")]


def test_a_change_writes_what_differs_and_takes_away_what_is_gone(store: Store) -> None:
    """The history of each question tells its own."""
    save_experiences(store, IDA, PAPER)
    changed = replace(PAPER, counts={"1": (9, 1, 2, 3, 4, 5), "3": (1, 0, 0, 0, 0, 0)})
    save_experiences(store, IDA, changed, read=PAPER)
    assert entered(store) == [changed]
    history = {question: [action for action, _ in actions(store, PAPER, question)] for question in "13"}
    assert history == {"1": ["changed", "created"], "3": ["created"]}
    assert actions(store, PAPER, "meaningful")[0] == ("removed", "Ida")


def test_another_day_or_source_moves_a_survey(store: Store) -> None:
    """Nothing of it stays where it was."""
    save_experiences(store, IDA, PAPER)
    moved = replace(PAPER, asked_on=date(2025, 3, 5), source="SurveyXact")
    save_experiences(store, IDA, moved, read=PAPER)
    assert entered(store) == [moved]


@pytest.mark.parametrize("read", [None, replace(PAPER, source="mail")])
def test_another_survey_is_not_written_over(store: Store, read: Survey | None) -> None:
    """Neither by a new one of the same day and source, nor by one that is moved there."""
    save_experiences(store, IDA, PAPER)
    if read:
        save_experiences(store, IDA, read)
    before = entered(store)
    with pytest.raises(CommandRefused, match="entered already"):
        save_experiences(store, IDA, replace(PAPER, counts={"1": (1, 0, 0, 0, 0, 0)}), read=read)
    assert entered(store) == before


def test_what_somebody_else_has_changed_is_not_overwritten(store: Store) -> None:
    """Nor removed, nor half written."""
    save_experiences(store, IDA, PAPER)
    theirs = replace(PAPER, counts={**PAPER.counts, "1": (7, 7, 7, 7, 7, 7)})
    save_experiences(store, IDA, theirs, read=PAPER)
    mine = replace(PAPER, counts={"1": (1, 1, 1, 1, 1, 1), "2": (1, 0, 0, 0, 0, 0)})
    with pytest.raises(ChangedMeanwhile):
        save_experiences(store, IDA, mine, read=PAPER)
    with pytest.raises(ChangedMeanwhile):
        remove_experiences(store, IDA, PAPER)
    assert entered(store) == [theirs]


@pytest.mark.parametrize("counts", [{}, {"1": (0, 0, 0, 0, 0, 0)}])
def test_nothing_typed_is_refused(store: Store, counts: dict[str, tuple[int, ...]]) -> None:
    """Also where a stored survey would be emptied: that is what removing is for."""
    save_experiences(store, IDA, PAPER)
    with pytest.raises(CommandRefused, match="one question at least"):
        save_experiences(store, IDA, replace(PAPER, counts=counts), read=PAPER)
    assert entered(store) == [PAPER]


def test_a_removed_survey_can_be_put_back(store: Store) -> None:
    """The history keeps all of it."""
    save_experiences(store, IDA, PAPER)
    remove_experiences(store, IDA, PAPER)
    assert entered(store) == []
    save_experiences(store, IDA, PAPER)
    assert entered(store) == [PAPER]
    assert [action for action, _ in actions(store, PAPER, "1")] == ["created", "removed", "created"]


def test_more_answers_than_participants_are_told_once(store: Store) -> None:
    """Not once for each question; they are kept all the same."""
    many = Survey("busrute", date(2025, 5, 2), "", {"1": (9, 0, 0, 0, 0, 0), "2": (8, 0, 0, 0, 0, 0)})
    notices = save_experiences(store, IDA, many)
    assert [notice.column for notice in notices] == ["n1"]
    assert surveys(store, "busrute") == [many]


def test_who_of_a_round_was_asked(store: Store) -> None:
    """Those with any answer; a round that holds none of them has none."""
    save_experiences(store, IDA, PAPER)
    keys = [
        queries.experiences.consultations_asked(store, of_round(store, round_of(store, key)))
        for key in ("2022-2025/endterm", "2022-2025/midterm")
    ]
    assert keys == [{"legeplads"}, set()]
