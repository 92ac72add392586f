"""What a meeting writes: one principle a screen, saved on the way to the next."""

from dataclasses import replace

import streamlit as st

from language import Words
from pages import session
from pages.components.findings import confidential_fold
from pages.components.outcome_messages import keep_messages, show_messages, take_messages
from pages.editor import assessment_editor
from pages.editor.assessment_editor import Place
from pages.editor.assessment_form import show_above
from pages.editor.autosave import send_while_writing
from pages.editor.meeting_end import LAST, show_progress
from pages.editor.questions import ask_more, ask_reason, ask_step, show_meanings
from workflow.answers import DRAFT, SUBMITTED, AssessmentAnswer

TURNS = "meeting turns"
REASON_HEIGHT = 310
"""In pixels: as high as the steps and the basis beside it."""


def go(place: Place, step: int) -> None:
    """Save what is there, then the next screen or the one before it; what can't be saved stays on its own."""
    st.session_state[TURNS] = turns() + 1
    answer = assessment_editor.answer_of(place)
    if assessment_editor.is_unsaved(place) and (answer.has_reason or answer.has_step):
        assessment_editor.save(place, SUBMITTED if answer.is_complete else DRAFT)
        if not assessment_editor.is_saved_now(place):
            return
        _tell_next(place, step, answer)
    session.keep_in_link("principle", min(max(place.principle + step, 1), LAST))


def turns() -> int:
    """How often somebody has gone on in this visit: a screen begins at its top each time, where it says what
    came of it.
    """
    return int(st.session_state.get(TURNS, 0))


def _tell_next(place: Place, step: int, answer: AssessmentAnswer) -> None:
    """Say at the top of the screen that one comes to what was saved on the one that one leaves; after the
    last one that is the same.
    """
    words, there = session.words(), replace(place, principle=min(max(place.principle + step, 1), LAST))
    message = (
        words("Principle {number} is submitted.", number=place.principle)
        if answer.is_complete
        else words(
            "Principle {number} is saved as a draft: it has {what} missing.",
            number=place.principle,
            what=words("a step") if answer.has_reason else words("a reason"),
        )
    )
    _, *notes = take_messages(str(place))  # the first says the same in other words
    keep_messages(f"arrived {there}", [("success" if answer.is_complete else "warning", message)])
    keep_messages(f"notes {there}", notes)


def show_outcome(place: Place, words: Words) -> None:
    """What came of the screen before this one, what is left to answer, and text that is not saved: above the
    question, where everybody looks.
    """
    assessment_editor.begin(place, "meeting")
    show_messages(f"arrived {place}")
    with st.container():
        show_progress(place, words)
    for notes in (f"notes {place}", str(place)):
        show_messages(notes)
    show_above(place, words)


def show_fields(place: Place, level: str, words: Words) -> None:
    """The reason beside the steps, both on one screen; what the body wrote before and marked as confidential
    is folded.
    """
    confidential = assessment_editor.values_of(place)["closed"]
    if confidential:
        session.note_confidential_read(place.round, place.body)
    left, right = st.columns([11, 9], gap="medium")
    with left, confidential_fold(str(place), words) if confidential else st.container():
        ask_reason(place, words, height=REASON_HEIGHT)
        if confidential:
            ask_more(place, level, words)
    with right:
        ask_step(place, words, in_short=True)
    send_while_writing()


def show_more(place: Place, level: str, words: Words) -> None:
    """What the steps mean, and what more there is to say, folded below the screen."""
    with st.expander(words("What each step means"), icon=":material/menu_book:"):
        show_meanings(place, words)
    if not assessment_editor.values_of(place)["closed"]:
        with st.expander(words("More to say"), icon=":material/add:"):
            ask_more(place, level, words)
