"""What one does to a consultation as a whole: register it, copy it as a start, remove it, put it back."""

import pandas as pd
import streamlit as st

from data import queries
from data.clock import utc_now
from data.errors import RecordProblem, UnreadableCell
from language import Words
from pages import session
from pages.components.clarification_outcome import link_clarification
from pages.components.consultation_fields import show_stage
from pages.components.consultation_groups import show_groups
from pages.components.consultation_merging import show_merged
from pages.components.consultation_stages import IDENTITY, STAGES
from pages.components.history import show_history
from pages.components.labels import LABELS, label
from pages.components.may import may_change, may_write
from pages.components.outcome_messages import save, show_messages
from pages.components.removal import show_removal
from workflow.consultation_entry import read_field
from workflow.consultations import (
    copy_consultation,
    register_consultation,
    remove_consultation,
    restore_consultation,
    stored_consultation,
)
from workflow.permission import Right

PLACE = "consultation"
EDIT = "edit"
TITLE, DAY, CENTRE = "register title", "register start_on", "register centre"


def link_registration(words: Words) -> None:
    """The ways from the list to a new consultation: clarified before it starts, or registered afterwards."""
    if not may_write(Right.REGISTER, words):
        return
    with st.container(horizontal=True):
        st.page_link(
            "pages/records/clarification.py", label=words("Clarify a new one"), icon=":material/checklist:"
        )
        st.page_link(
            "pages/records/consultation.py", label=words("Register a consultation"), icon=":material/add:"
        )


def show_registration(words: Words) -> None:
    """The few fields that a new consultation begins with; only the title must be filled in."""
    if not may_write(Right.REGISTER, words):
        return
    names = queries.bodies.names(session.store())
    centres = ["", *queries.bodies.keys_by_level(session.store())["centre"]]
    show_messages(PLACE)
    with st.form("register consultation"):
        st.text_input(label("title", words), key=TITLE)
        st.text_input(words("First day"), key=DAY, placeholder=words("For instance 24-3-27"), width=330)
        if problem := st.session_state.get("register problem"):
            st.error(session.plain(problem))
        st.selectbox(
            label("centre", words),
            centres,
            format_func=lambda key: names.get(key, words("Not known")),
            key=CENTRE,
            width=520,
        )
        st.caption(words("Only the title must be filled in. The rest can wait until it is known."))
        st.form_submit_button(words("Register"), type="primary", icon=":material/add:", on_click=_register)


def show_editor(key: str, words: Words) -> None:
    """All fields, in the order of a consultation's life; each is saved as it is left."""
    st.caption(words("Each field is saved as you leave it. Leave a field empty where it is not known."))
    stored = stored_consultation(session.store(), key)
    assert stored
    for stage in (IDENTITY, *STAGES):
        show_stage(key, stage, stored, words)
        if stage.key == "clarification":
            link_clarification(key, words)
        if stage.key == "input":
            show_groups(key, words)
    show_history("consultations", key, words)


def say_closed_rounds(record: pd.Series, words: Words) -> None:
    """Where a consultation belongs to a closed round: what is written now doesn't move its result."""
    own = str(record["rounds"] or "").split(";")
    for each in session.rounds():
        if each.key in own and each.status == "closed":
            text = words(
                "It belongs to {round}. That round keeps its result: what is changed here does not move it.",
                round=session.round_name(each, words),
            )
            st.info(session.plain(text), icon=":material/lock:")


def show_removed(record: pd.Series, words: Words) -> None:
    """That a consultation was removed, when and by whom, and the one click that puts it back; of one that was
    merged, where it went.
    """
    is_merged = isinstance(record["merged_into"], str)
    if is_merged:
        show_merged(record, words)
    else:
        _say_removed(record, words)
    if not may_change(record["consultation"], words):
        return
    st.button(
        words("Put it back beside the other one") if is_merged else words("Put it back"),
        icon=":material/undo:",
        type="tertiary" if is_merged else "primary",
        on_click=_restore,
        args=(record["consultation"], record["title"]),
    )


def _say_removed(record: pd.Series, words: Words) -> None:
    moment = words.moment(record["removed_at"].to_pydatetime())
    text = words(
        "Removed {moment} by {who}. It is left out of the list and of evaluations that are not closed.",
        moment=moment,
        who=record["removed_by"],
    )
    st.warning(session.plain(text), icon=":material/delete:")


def show_copying(record: pd.Series, words: Words) -> None:
    """A title for a consultation that begins with what is alike in this one."""
    key = record["consultation"]
    with st.popover(words("Copy as a start"), icon=":material/content_copy:"):
        st.caption(
            words(
                "A new consultation with the same centre, committee, method, scale and groups; no days or"
                " results."
            )
        )
        st.text_input(words("Title of the new one"), key=f"copy title {key}")
        st.button(words("Copy"), type="primary", on_click=_copy, args=(key,), key=f"copy {key}")


def show_removing(record: pd.Series, words: Words) -> None:
    """The button that removes, once more asked."""
    key, title = record["consultation"], record["title"]
    question = words(
        "“{title}” is left out of the list and of evaluations that are not closed. It can be put back.",
        title=title,
    )
    show_removal(session.plain(question), lambda: _remove(key, title), f"consultation {key}", words)


def _register() -> None:
    words = session.words()
    st.session_state["register problem"] = None
    text = str(st.session_state[DAY] or "").strip()
    try:
        start = read_field("start_on", text)
    except UnreadableCell as problem:
        reason = words("“{text}” {reason}. Nothing was saved.", text=text, reason=problem.sentence)
        st.session_state["register problem"] = reason
        return
    title = str(st.session_state[TITLE] or "").strip()
    values = {"title": title, "centre": st.session_state[CENTRE] or None, **start}
    keys: list[str] = []
    message = words("“{title}” is registered. Fill in below what is known.", title=title)

    def command() -> list[RecordProblem]:
        keys.append(register_consultation(session.store(), session.person(), values))
        return []

    if save(PLACE, command, message, LABELS):
        _open(keys[0])


def _copy(key: str) -> None:
    words, title = session.words(), str(st.session_state[f"copy title {key}"] or "").strip()
    keys: list[str] = []

    def command() -> list[RecordProblem]:
        keys.append(copy_consultation(session.store(), session.person(), key, title=title))
        return []

    if save(
        PLACE, command, words("“{title}” is registered. Fill in below what is known.", title=title), LABELS
    ):
        _open(keys[0])


def _open(key: str) -> None:
    """Go on with the fields of a new consultation."""
    st.query_params["consultation"] = key
    st.session_state[EDIT] = True


def _remove(key: str, title: str) -> None:
    now = utc_now()
    save(
        PLACE,
        lambda: remove_consultation(session.store(), session.person(), key, removed_at=now),
        session.words()("“{title}” is removed.", title=title),
    )


def _restore(key: str, title: str) -> None:
    save(
        PLACE,
        lambda: restore_consultation(session.store(), session.person(), key),
        session.words()("“{title}” is put back.", title=title),
    )
