"""Writing an assessment: checked like a file, kept while it is written, and two people never overwrite one
another.
"""

import json
import threading
from dataclasses import replace

import pytest

from data import drafts, queries
from data.confidential import EVERY_BODY, NOBODY, of_body
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused, RecordRefused
from data.models import AssessmentPlace
from data.queries.change_search import Search
from tests.support.registers import ROUNDS, take_all
from tests.workflow.conftest import IDA, round_of
from workflow.answers import AssessmentAnswer
from workflow.assessments import (
    UnsavedAnswer,
    decline_word,
    discard_draft,
    keep_draft,
    save_assessment,
    set_aside_drafts,
)
from workflow.person import Person, at_this_machine
from workflow.rounds import take_back_opening

BO = at_this_machine("Bo")
PLACE = AssessmentPlace("2022-2025/endterm", "plan", 1)
ANSWER = AssessmentAnswer(
    {"justification": "Rammen lå klar."}, rating=4, basis="fair", themes=("tid", "ro"), status="submitted"
)


def save(store: Store, person: Person, answer: AssessmentAnswer, version: int) -> None:
    """Save at the one place."""
    save_assessment(store, person, place=PLACE, answer=answer, version=version)


def test_what_is_saved_is_what_is_read(store: Store) -> None:
    """The first save is version 1, the next version 2; texts that the second leaves out stay."""
    first = replace(ANSWER, texts={**ANSWER.texts, "to_change": "Spørg før."}, confidential=True)
    save(store, IDA, first, 0)
    save(store, IDA, replace(ANSWER, rating=5), 1)
    stored = queries.assessments.of_body(store, *PLACE)
    assert stored is not None and (stored.version, stored.counted, stored.place) == (2, True, PLACE)
    assert AssessmentAnswer.of(stored) == replace(
        ANSWER,
        texts={
            "justification": "Rammen lå klar.",
            "dissent": "",
            "worked_well": "",
            "to_change": "Spørg før.",
            "daily_meeting": "",
        },
        rating=5,
        themes=("ro", "tid"),
    )


@pytest.mark.parametrize(
    ("answer", "step"),
    [
        (ANSWER, "4"),
        (replace(ANSWER, rating=None), None),
        (replace(ANSWER, rating=None, not_assessable=True), "not_assessable"),
    ],
)
def test_an_answer_goes_to_the_screen_and_back(answer: AssessmentAnswer, step: str | None) -> None:
    """By the names of the fields, which are the exchange columns."""
    assert answer.values == {
        "rating": step,
        "basis": "fair",
        "justification": "Rammen lå klar.",
        "closed": False,
        "themes": ["tid", "ro"],
        "evidence": [],
    }
    assert AssessmentAnswer.of_values(answer.values, "submitted") == answer


def test_the_second_of_two_people_is_told(store: Store) -> None:
    """Whoever saves from an old version overwrites nothing."""
    save(store, IDA, ANSWER, 0)
    with pytest.raises(ChangedMeanwhile):
        save(store, BO, replace(ANSWER, texts={"justification": "Bos ord."}), 0)
    stored = queries.assessments.of_body(store, *PLACE)
    assert stored is not None and (stored.version, stored.justification) == (1, "Rammen lå klar.")


def test_of_many_at_once_exactly_one_is_first(store: Store) -> None:
    """Eight people save the same new assessment at the same moment: one is stored, seven are told."""
    outcomes: list[str] = []

    def save_as(name: str) -> None:
        try:
            save(store, at_this_machine(name), ANSWER, 0)
            outcomes.append("saved")
        except ChangedMeanwhile:
            outcomes.append("told")

    threads = [threading.Thread(target=save_as, args=(f"person {i}",)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["saved", *["told"] * 7]


@pytest.mark.parametrize(
    ("answer", "column"),
    [
        (replace(ANSWER, texts={"justification": " "}), "justification"),
        (replace(ANSWER, texts={"justification": "CPR 010190-1234"}), "justification"),
        (replace(ANSWER, rating=7), "rating"),
        (replace(ANSWER, not_assessable=True), "rating"),
        (replace(ANSWER, evidence=("nowhere",)), "evidence"),
    ],
)
def test_a_broken_rule_saves_nothing(store: Store, answer: AssessmentAnswer, column: str) -> None:
    """The column to mend is named."""
    with pytest.raises(RecordRefused) as refused:
        save(store, IDA, answer, 0)
    assert [error.column for error in refused.value.problems] == [column]
    assert queries.assessments.of_body(store, *PLACE) is None


def test_nothing_is_submitted_without_a_step(store: Store) -> None:
    """As a draft it is saved."""
    with pytest.raises(CommandRefused, match="Choose a step"):
        save(store, IDA, replace(ANSWER, rating=None), 0)
    save(store, IDA, replace(ANSWER, rating=None, status="draft"), 0)


def test_a_closed_round_is_closed_for_the_screen_too(store: Store) -> None:
    """Not only the button: the writing itself refuses."""
    take_all(store, {"rounds": [ROUNDS[1] | {"status": "closed"}]})
    with pytest.raises(RecordRefused):
        save(store, IDA, ANSWER, 0)


def test_the_history_of_one_assessment_can_be_read(store: Store) -> None:
    """Who changed what, newest first."""
    save(store, IDA, ANSWER, 0)
    save(store, BO, replace(ANSWER, rating=2), 1)
    entries = queries.history.of_record(store, "assessments", "2022-2025/endterm:plan:1")
    assert [(entry.who, entry.action, entry.before is None) for entry in entries] == [
        ("Bo", "changed", False),
        ("Ida", "created", True),
    ]


def test_what_is_not_saved_is_kept_until_it_is(store: Store) -> None:
    """A possible CPR number is not kept, and nothing is once it says what is saved."""
    values = {**ANSWER.values, "to_change": "CPR 010190-1234"}
    keep_draft(store, IDA, place=PLACE, unsaved_answer=UnsavedAnswer("here", values, 0))
    (draft,) = drafts.kept(store, PLACE, readership=EVERY_BODY)
    assert (draft.who, draft.sitting, draft.version, draft.values) == ("Ida", "here", 0, ANSWER.values)
    save(store, IDA, ANSWER, 0)
    stored = AssessmentAnswer.of(queries.assessments.of_body(store, *PLACE)).values
    keep_draft(store, IDA, place=PLACE, unsaved_answer=UnsavedAnswer("here", stored, 1))
    assert drafts.kept(store, PLACE, readership=EVERY_BODY) == []


def test_one_sitting_throws_away_its_own(store: Store) -> None:
    """Another's stays."""
    for sitting in ("here", "there"):
        keep_draft(
            store, IDA, place=PLACE, unsaved_answer=UnsavedAnswer(sitting, {"justification": "Ord"}, 0)
        )
    discard_draft(store, IDA, place=PLACE, sitting="here")
    assert [draft.sitting for draft in drafts.kept(store, PLACE, readership=EVERY_BODY)] == ["there"]


def test_a_word_is_declined_and_taken_back(store: Store) -> None:
    """Both are in the register."""
    decline_word(store, IDA, word="møde")
    assert list(queries.themes.declined_words(store)) == ["møde"]
    decline_word(store, BO, word="møde", is_declined=False)
    assert list(queries.themes.declined_words(store)) == []


def test_nothing_is_saved_in_a_round_that_has_not_opened(store: Store) -> None:
    """As when its opening was taken back while somebody still had the form on the screen."""
    take_back_opening(store, IDA, round_before=round_of(store, PLACE.round))
    with pytest.raises(CommandRefused, match="has not opened yet"):
        save(store, IDA, ANSWER, 0)
    assert queries.assessments.of_body(store, *PLACE) is None


def test_no_cpr_number_is_kept_unsaved(store: Store) -> None:
    """Neither in a text nor among the themes; the other fields are kept."""
    values = ANSWER.values | {"dissent": "Se 010190/1234.", "themes": ["tid", "01011990-1234"]}
    keep_draft(store, IDA, place=PLACE, unsaved_answer=UnsavedAnswer("mine", values, 0))
    (draft,) = drafts.kept(store, PLACE, readership=EVERY_BODY)
    assert {"dissent", "themes"}.isdisjoint(draft.values) and "justification" in draft.values


def test_an_unsaved_text_that_was_passed_by_goes_to_the_history(store: Store) -> None:
    """Only once another answer is submitted; the writer's own stays, what says the same is forgotten. What
    was never saved is as confidential there as it was before, though the answer is open.
    """
    for sitting, person, text in (
        ("old", BO, "Glemt."),
        ("same", BO, "Rammen lå klar."),
        ("mine", IDA, "Nyt."),
    ):
        values = ANSWER.values | {"justification": text}
        keep_draft(store, person, place=PLACE, unsaved_answer=UnsavedAnswer(sitting, values, 0))
    save(store, IDA, replace(ANSWER, status="draft"), 0)
    assert set_aside_drafts(store, IDA, place=PLACE, sitting="mine") == ()
    save(store, IDA, ANSWER, 1)
    stored = queries.assessments.of_body(store, *PLACE)
    assert stored is not None
    same = UnsavedAnswer("same", AssessmentAnswer.of(stored).values, 0)
    drafts.keep(store, PLACE, ("same", "Bo"), same.values, 0)
    assert [each.sitting for each in set_aside_drafts(store, IDA, place=PLACE, sitting="mine")] == ["old"]
    assert [each.sitting for each in drafts.kept(store, PLACE, readership=EVERY_BODY)] == ["mine"]
    (entry,) = queries.history.set_aside(store, stored.assessment, readership=of_body(PLACE.body))
    assert (entry.who, entry.before) == ("Bo", None)
    assert entry.after is not None and json.loads(entry.after)["justification"] == "Glemt."
    (withheld,) = queries.history.set_aside(store, stored.assessment)
    assert withheld.after is not None and "justification" not in json.loads(withheld.after)
    assert queries.history.is_confidential(store, stored.assessment)
    (newest, *_) = queries.history.of_record(store, "assessments", stored.assessment)
    assert newest.after is not None and json.loads(newest.after)["justification"] == "Rammen lå klar."


def test_the_search_withholds_what_the_history_withholds(store: Store) -> None:
    """Of each entry of an answer's history, whether it was saved or set aside."""
    values = ANSWER.values | {"justification": "Glemt."}
    keep_draft(store, BO, place=PLACE, unsaved_answer=UnsavedAnswer("old", values, 0))
    save(store, IDA, ANSWER, 0)
    set_aside_drafts(store, IDA, place=PLACE, sitting="mine")
    changes = {
        each.kind: each.after or each.before
        for each in queries.change_search.page(store, Search(), readership=NOBODY, rows=slice(0, 9))
        if each.record == ":".join(map(str, PLACE))
    }
    record = ":".join(map(str, PLACE))
    (saved_entry,) = queries.history.of_record(store, "assessments", record)
    (unsaved_entry,) = queries.history.set_aside(store, record)
    assert changes == {"assessments": saved_entry.after, drafts.SET_ASIDE: None}
    assert "Glemt." not in str(unsaved_entry)
