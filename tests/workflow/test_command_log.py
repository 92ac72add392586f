"""Every command that somebody does is an event, with the history that it wrote."""

import pytest

from data.database import Store
from data.errors import CommandRefused
from data.models import AssessmentPlace
from tests.workflow.conftest import IDA
from workflow.assessments import UnsavedAnswer, keep_draft
from workflow.consultations import copy_consultation, register_consultation
from workflow.permission import NotPermitted
from workflow.person import Person, Role

READER = Person("Bo", frozenset({Role.READER}))


def events(store: Store) -> list[tuple[object, ...]]:
    """Person, roles, action, subject, outcome, note and entries of all events."""
    return store.rows(
        "select person, roles, action, subject, outcome, note, first_entry, last_entry from audit_events"
        " order by entry"
    )


def test_what_was_done_names_the_records_and_the_history(store: Store) -> None:
    """Who, in which roles, with which command, and where before and after stand."""
    register_consultation(store, IDA, {"title": "Sti"})
    entry = store.version
    name = "workflow.consultations.register_consultation"
    row = ("Ida", "administrator;secretary", "command", name, "done", "consultations sti", entry, entry)
    assert events(store) == [row]


def test_a_refusal_is_an_event(store: Store) -> None:
    """Of who may not; nothing is written beside it."""
    with pytest.raises(NotPermitted):
        register_consultation(store, READER, {"title": "Sti"})
    name = "workflow.consultations.register_consultation"
    assert events(store) == [("Bo", "reader", "refusal", name, "refused", "", None, None)]


def test_what_could_not_be_done_is_no_event(store: Store) -> None:
    """Somebody was told why, and nothing happened."""
    with pytest.raises(CommandRefused):
        copy_consultation(store, IDA, "none", title="Sti")
    assert events(store) == []


def test_what_breaks_is_an_event(store: Store) -> None:
    """With the kind of the error alone."""
    with pytest.raises(TypeError):
        register_consultation(store, IDA)  # type: ignore[call-arg]
    assert [row[2:6] for row in events(store)] == [
        ("command", "workflow.consultations.register_consultation", "failed", "TypeError")
    ]


def test_a_draft_is_no_event(store: Store) -> None:
    """It is kept at every pause in writing."""
    place = AssessmentPlace("2022-2025/midterm", "by", 1)
    keep_draft(store, IDA, place=place, unsaved_answer=UnsavedAnswer("s", {"justification": "Ny"}, 0))
    assert events(store) == []
