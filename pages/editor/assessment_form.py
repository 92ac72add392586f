"""The form in which a body's assessment is written: reason first, step second with what it means beside
it.
"""

import streamlit as st

from data import queries
from data.assessment_fields import REASON
from data.drafts import ends_at
from data.models import Assessment, Draft
from language import Words, local_day
from pages import session
from pages.components.findings import confidential_fold, show_assessment
from pages.components.outcome_messages import show_messages
from pages.editor import assessment_editor
from pages.editor.assessment_editor import Place
from pages.editor.autosave import send_while_writing
from pages.editor.questions import ask_links, ask_more, ask_reason, ask_step
from workflow.answers import DRAFT, SUBMITTED


@st.fragment
def show_form(place: Place, level: str, words: Words) -> None:
    """The form, filled with what was kept or saved; saving answers with what was saved, or with what to
    mend.
    """
    if assessment_editor.is_saved_now(place):
        st.rerun()  # the rest of the page speaks of what is saved
    assessment_editor.begin(place, "form")
    show_above(place, words)
    if assessment_editor.values_of(place)["closed"]:
        session.note_confidential_read(place.round, place.body)
    with st.container(border=True):
        ask_reason(place, words)
        ask_step(place, words)
        ask_more(place, level, words)
        ask_links(place, level, words)
        show_messages(str(place))
        show_buttons(place, words)
    send_while_writing()
    show_state(place, words)


def show_above(place: Place, words: Words) -> None:
    """A clash, and unsaved text: in one place that is always there, so that the fields never move."""
    with st.container():
        show_clash(place, words)
        show_kept(place, words)


def show_buttons(place: Place, words: Words) -> None:
    """Submit, save as a draft, or throw away what is not saved."""
    with st.container(horizontal=True):
        st.button(
            words("Submit"),
            type="primary",
            icon=":material/send:",
            key=place.field("submit"),
            on_click=assessment_editor.save,
            args=(place, SUBMITTED),
        )
        assessment = place.stored()
        withdraw = assessment is not None and assessment.status == SUBMITTED
        st.button(
            words("Take back to draft") if withdraw else words("Save as draft"),
            icon=":material/draft:",
            key=place.field("draft"),
            on_click=assessment_editor.save,
            args=(place, DRAFT),
            help=words("It is submitted and counts. As a draft it does not.") if withdraw else None,
        )
        st.button(
            words("Undo what is not saved"),
            icon=":material/undo:",
            type="tertiary",
            key=place.field("undo"),
            on_click=assessment_editor.throw_away,
            args=(place,),
        )


def show_clash(place: Place, words: Words) -> None:
    """Somebody else saved meanwhile: both texts side by side, and three ways on."""
    theirs = assessment_editor.clash(place)
    if theirs is None:
        return
    st.warning(
        words(
            "Somebody else has saved this assessment while you wrote. Nothing was overwritten: choose how to"
            " go on."
        ),
        icon=":material/call_split:",
    )
    left, right = st.columns(2)
    with left:
        st.markdown(f"**{session.plain(words('Saved by {who}', who=_writer(theirs)))}**")
        show_assessment(theirs, {}, words)
    with right, st.container(border=True):
        st.markdown(f"**{words('What you wrote, not saved yet')}**")
        st.text(str(assessment_editor.values_of(place)[REASON.name]) or words("No words yet."))
    _show_ways_on(place, theirs, words)


def _show_ways_on(place: Place, theirs: Assessment, words: Words) -> None:
    """Both texts, mine, or theirs."""
    with st.container(horizontal=True):
        st.button(
            words("Put both together"),
            icon=":material/merge:",
            key=place.field("both"),
            type="primary",
            on_click=assessment_editor.put_together,
            args=(place, theirs),
        )
        st.button(
            words("Save mine instead"),
            icon=":material/person:",
            key=place.field("mine"),
            on_click=assessment_editor.keep_mine,
            args=(place, theirs),
        )
        st.button(
            words("Keep the saved one"),
            icon=":material/group:",
            key=place.field("theirs"),
            on_click=assessment_editor.throw_away,
            args=(place,),
        )


def show_kept(place: Place, words: Words) -> None:
    """Text that another sitting has not saved: one's own from before the browser closed, or a colleague's
    who is writing now.
    """
    for draft in assessment_editor.others(place):
        _show_kept(place, draft, words)


def show_state(place: Place, words: Words) -> None:
    """What is stored, and whether something here is not saved."""
    assessment = place.stored()
    if assessment:
        state = words("submitted") if assessment.status == SUBMITTED else words("draft")
        st.caption(
            session.plain(
                words("Stored as version {version}, {state}.", version=str(assessment.version), state=state)
            )
        )


def _show_kept(place: Place, draft: Draft, words: Words) -> None:
    with st.container(border=True):
        line = words(
            "Not saved: {who} wrote this until {moment}.", who=draft.who, moment=words.moment(draft.kept_at)
        )
        st.markdown(f":material/edit_note: {session.plain(line)}")
        text = str(draft.values.get("justification") or "")
        if text and draft.values.get("closed"):
            fold = confidential_fold(f"{draft.sitting} {place}", words)
            if fold.open:
                session.note_confidential_read(place.round, place.body)
                fold.text(text)
        elif text:
            st.text(text)
        end = words.date(local_day(ends_at(draft)))
        st.caption(words("It is thrown away on {day} where nobody goes on with it.", day=end))
        with st.container(horizontal=True):
            st.button(
                words("Go on with it"),
                icon=":material/play_arrow:",
                key=f"go on {draft.sitting} {place}",
                on_click=assessment_editor.go_on,
                args=(place, draft),
            )
            st.button(
                words("Throw it away"),
                icon=":material/delete:",
                key=f"away {draft.sitting} {place}",
                type="tertiary",
                on_click=assessment_editor.throw_away,
                args=(place, draft.sitting),
            )


def _writer(assessment: Assessment) -> str:
    entries = queries.history.of_record(session.store(), "assessments", assessment.assessment)
    return entries[0].who if entries else "–"
