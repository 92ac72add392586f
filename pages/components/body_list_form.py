"""Committees and centres from a pasted list: what it would add is shown before one press adds it."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from evaluation.scales import BODY_LEVELS
from language import N_, Words
from pages import session
from pages.components.date_field import date_field
from pages.components.labels import LABELS
from pages.components.outcome_messages import save
from pages.components.tables import show_table
from workflow.body_list import (
    NEW,
    REFUSED,
    SIMILAR,
    THERE,
    ListDefaults,
    ListedBody,
    read_body_list,
    to_be_added,
)
from workflow.organisation import NewBody, add_bodies

STATES = {
    NEW: N_("Will be added"),
    THERE: N_("There already"),
    SIMILAR: N_("Perhaps there already"),
    REFUSED: N_("Can't be added"),
}
EMPTY = {"list text": "", "list from": None, "list similar": False}


def show_list(place: str, words: Words) -> None:
    """The field for the list, what each of its lines would do, and the button; what came of it is said at
    the place.
    """
    text = st.text_area(
        words("Paste the list, one committee or centre on each line"),
        key="list text",
        height=160,
        help=words(
            "From a document or a spreadsheet. Further columns, after a tab or a semicolon, can say committee"
            " or centre, the year from which it exists, and its e-mail address."
        ),
    )
    level = st.radio(
        words("Level, where the line names none"),
        list(BODY_LEVELS),
        format_func=lambda each: words(BODY_LEVELS[each]),
        horizontal=True,
        key="list level",
    )
    day: date | None = date_field(
        words("Exists from, where the line names no year"), None, "list from", words
    )
    listed = read_body_list(session.store(), text, ListDefaults(level, day))
    if not listed:
        st.caption(words("Nothing is stored before you have seen what each line does."))
        return
    _show_lines(listed, words)
    with_similar = any(each.state == SIMILAR for each in listed) and st.checkbox(
        words("Add those too that are perhaps there already"), key="list similar"
    )
    _show_button(place, listed, with_similar=with_similar, words=words)


def _show_lines(listed: Sequence[ListedBody], words: Words) -> None:
    """A row a line: what becomes of it, and why."""
    rows = [
        {
            words("Line"): str(each.line),
            words("Name"): session.plain(each.body.name) or "–",
            words("Level"): words(BODY_LEVELS[each.body.level]),
            words("Exists from"): words.date(each.body.active_from, "short") or "–",
            words("E-mail address"): session.plain(", ".join(each.body.email)) or "–",
            words("What becomes of it"): session.plain(_state(each, words)),
        }
        for each in listed
    ]
    show_table(rows, words("What each line of the list does"))


def _state(each: ListedBody, words: Words) -> str:
    state = words(STATES[each.state])
    return f"{state}: {words.say(each.reason)}" if each.reason else state


def _show_button(place: str, listed: Sequence[ListedBody], *, with_similar: bool, words: Words) -> None:
    """All that is new is added, or nothing is while a line can't be."""
    bodies = to_be_added(listed, with_similar=with_similar)
    refused_lines = [str(each.line) for each in listed if each.state == REFUSED]
    if refused_lines:
        st.warning(
            words(
                "Mend or delete line {lines} first; until then nothing is added.",
                lines=words.listed(refused_lines),
            )
        )
    elif not bodies:
        st.info(words("Everything in the list is there already."))
    st.button(
        words.many("Add {count} committee or centre", "Add {count} committees and centres", len(bodies)),
        type="primary",
        icon=":material/playlist_add:",
        key="list add",
        disabled=not bodies,
        on_click=_add,
        args=(place, bodies),
    )


def _add(place: str, bodies: Sequence[NewBody]) -> None:
    words = session.words()
    message = words.many(
        "{count} is added: {names}.",
        "{count} are added: {names}.",
        len(bodies),
        names=words.listed([body.name for body in bodies]),
    )
    if save(place, lambda: add_bodies(session.store(), session.person(), bodies), message, LABELS):
        st.session_state.update(EMPTY)
