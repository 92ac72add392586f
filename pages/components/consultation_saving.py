"""Saving one field of a consultation as it is left, and what is known of its fields in this visit."""

from dataclasses import dataclass, field

import streamlit as st

from data.errors import ChangedMeanwhile, CommandRefused, RecordRefused, StoreError, UnreadableCell
from data.schema import CHOICE, KEY, YES_NO
from language import Words
from pages import session
from pages.components.labels import GROUP_LISTS, group_key
from workflow.cells import Cells
from workflow.clarification import save_fields, stored_fields
from workflow.consultation_entry import COLUMNS, Values, read_field

Messages = dict[str, list[tuple[str, str]]]
"""By column, sentences with their kind (``error``, ``warning``)."""


@dataclass
class FieldState:
    """The cells as they were read, by column; what could not be saved and why; what was said of the last
    save; what a page has to say of its fields when it draws them next; the fields that somebody else has
    changed meanwhile; the one that was saved last, as it was typed, and what was stored in it before.
    """

    read: Cells = field(default_factory=dict)
    problems: Messages = field(default_factory=dict)
    notices: Messages = field(default_factory=dict)
    remarks: Messages = field(default_factory=dict)
    clashes: set[str] = field(default_factory=set)
    saved: str = ""
    typed: str = ""
    before: Cells = field(default_factory=dict)

    def forget(self, column: str) -> None:
        """Nothing is said of a field any more, and it shows what is stored."""
        self.problems.pop(column, None)
        self.notices.pop(column, None)
        self.clashes.discard(column)


def field_key(key: str, column: str) -> str:
    """A field's name."""
    return f"consultation field {key} {column}"


def field_state(key: str) -> FieldState:
    """What is known of the fields of one consultation in this visit."""
    state: FieldState = st.session_state.setdefault(f"consultation state {key}", FieldState())
    return state


def own_cells(column: str, stored: Cells) -> Cells:
    """What a field reads and writes: its column, and the qualifier of its number."""
    names = (column, f"{column}_qualifier", *(("no_end",) if column == "end_on" else ()))
    return {name: stored[name] for name in names if name in stored}


def save_over(key: str, column: str) -> None:
    """Save what was typed, once one has seen what somebody else had saved."""
    if stored := stored_fields(session.store(), key):
        field_state(key).read.update(own_cells(column, stored))
    save_field(key, column)


def save_field(key: str, column: str) -> None:
    """Store what stands in a field, or keep beside it why it isn't stored."""
    words, state, entry = session.words(), field_state(key), st.session_state[field_key(key, column)]
    state.forget(column)
    state.saved, state.notices = "", {}
    try:
        notices = save_fields(
            session.store(), session.person(), key, values=_values(column, entry), read=state.read
        )
    except ChangedMeanwhile:
        state.clashes.add(column)
    except (UnreadableCell, CommandRefused, StoreError) as problem:
        state.problems[column] = [("error", text) for text in _refusals(problem, entry, words)]
    else:
        state.saved, state.typed = column, "" if isinstance(entry, list) else " ".join(entry.split())
        state.before = own_cells(column, state.read)
        own_notices = [each for each in notices if "earlier" not in each.reason.values]  # said at both days
        state.notices[column] = [
            ("warning", words("This {reason}.", reason=each.reason)) for each in own_notices
        ]


def take_back(key: str, column: str) -> None:
    """Store again what stood in a field before it was saved last, unless somebody has changed it since."""
    state = field_state(key)
    try:
        save_fields(session.store(), session.person(), key, values=state.before, read=state.read)
    except (CommandRefused, StoreError) as problem:
        state.notices[column] = [("warning", session.words().say(problem.sentence))]
    state.saved = ""


def _refusals(
    problem: UnreadableCell | CommandRefused | StoreError, entry: object, words: Words
) -> list[str]:
    if isinstance(problem, RecordRefused):
        return [words("Not saved: this {reason}.", reason=each.reason) for each in problem.problems]
    if isinstance(problem, UnreadableCell):
        return [words("Not saved: “{text}” {reason}.", text=str(entry).strip(), reason=problem.sentence)]
    return [words.say(problem.sentence)]


def _values(column: str, entry: str | list[str]) -> Values:
    if isinstance(entry, list):
        parts = [part.replace(";", ",").strip() for part in entry]
        return {column: [group_key(part) for part in parts] if column in GROUP_LISTS else parts}
    kind = COLUMNS[column].kind
    if kind == YES_NO:
        return {column: {"yes": True, "no": False}.get(entry)}
    return {column: entry or None} if kind in (CHOICE, KEY) else read_field(column, entry)
