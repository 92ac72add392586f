"""The fields of a consultation: a change is saved as the field is left, and what came of it stands beside it.

A field shows what is stored, written as it was read. What could not be read, or was met by somebody else's
change, stays as it was typed until it is mended.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

import streamlit as st

from data import queries
from data.ingest.qualified_numbers import qualified_in_words
from data.labels import GROUPS
from data.schema import CHOICE, DATE, INTEGER, KEY, KEYS, NUMBER, YES_NO
from data.validation.consultations import DATE_ORDER
from language import N_, Words
from pages import session
from pages.components.calendar_button import show_calendar
from pages.components.consultation_saving import (
    field_key,
    field_state,
    own_cells,
    save_field,
    save_over,
    take_back,
)
from pages.components.consultation_stages import Stage
from pages.components.headings import show_section
from pages.components.labels import CHOICES, GROUP_LISTS, group_name, label, value_in_words
from pages.components.outcome_messages import SHOW
from workflow.cells import Cells
from workflow.consultation_entry import COLUMNS, NOT_KNOWN

YES_OR_NO = {"": N_("Not known"), "yes": N_("Yes"), "no": N_("No")}
LONG_TEXTS = (
    "summary",
    "open_to_influence",
    "not_open",
    "not_open_reason",
    "effect_note",
    "new_to_try",
    "new_known_by",
    "feedback_how",
    "decisions_between",
    "beyond_how",
    "scale_reason",
)
WHOLE_ROWS = (*LONG_TEXTS, *GROUP_LISTS, "title", "url", "methods")
"""Fields of which none stands beside another."""
FIELD_WIDTH = 310
"""Pixels: three fields stand beside each other on a laptop, and one on a phone."""


def show_stage(key: str, stage: Stage, stored: Cells, words: Words) -> None:
    """A stage's heading, what it is about, and its fields."""
    show_section(words(stage.title))
    st.caption(words(stage.help))
    show_fields(key, stage.columns, stored, words)


def show_fields(key: str, columns_shown: Sequence[str], stored: Cells, words: Words) -> None:
    """Some fields, each saved as it is left, with what is to be said beside it."""
    for is_wide, columns in groupby(columns_shown, WHOLE_ROWS.__contains__):
        with st.container(horizontal=not is_wide):
            for column in columns:
                with st.container(width="stretch" if is_wide else FIELD_WIDTH):
                    _show_field(key, column, stored, words)


def _show_field(key: str, column: str, stored: Cells, words: Words) -> None:
    field, state = field_key(key, column), field_state(key)
    if column not in state.problems and column not in state.clashes:
        state.read.update(own_cells(column, stored))
        text = _as_typed(column, stored, words)
        if st.session_state.get(field) != text:  # else what is being typed elsewhere would be written over
            st.session_state[field] = text
    _draw(key, column, stored, words)
    messages = (state.problems.get(column), state.notices.get(column), state.remarks.pop(column, ()))
    for kind, message in [each for kept in messages for each in kept or ()]:
        SHOW[kind](session.plain(message))
    for message in _order_problems(column, stored, words):
        st.warning(session.plain(message), icon=":material/event_busy:")
    if column in state.clashes:
        _show_clash(key, column, stored, words)
    elif state.saved == column:
        _show_saved(key, column, stored, words)


def _draw(key: str, column: str, stored: Cells, words: Words) -> None:
    how: dict[str, Any] = {"key": field_key(key, column), "on_change": save_field, "args": (key, column)}
    kind, name = COLUMNS[column].kind, label(column, words)
    if kind == YES_NO:
        st.radio(
            name, list(YES_OR_NO), format_func=lambda each: words(YES_OR_NO[each]), horizontal=True, **how
        )
    elif kind == CHOICE or (kind == KEY and COLUMNS[column].refers_to == "bodies"):
        options = options_of(column, stored, words)
        st.selectbox(name, list(options), format_func=lambda each: options.get(each, each), **how)
    elif kind == KEYS:
        st.multiselect(
            name,
            _groups(column, stored) if column in GROUP_LISTS else methods_to_choose(stored, words),
            format_func=lambda each: group_name(each, words) if column in GROUP_LISTS else each,
            accept_new_options=True,
            placeholder=words("Choose, or write another"),
            **how,
        )
    elif column in LONG_TEXTS:
        st.text_area(name, height="content", **how)
    elif kind == DATE:
        with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
            st.text_input(name, placeholder=placeholder_of(column, words), **how)
            show_calendar(key, column, stored, words)
    else:
        st.text_input(name, placeholder=placeholder_of(column, words), **how)


def placeholder_of(column: str, words: Words) -> str | None:
    """An example of how a field can be written, or None."""
    if column == "end_on":
        return words("For instance 24-3-27, or: no end date")
    if COLUMNS[column].kind == DATE:
        return words("For instance 24-3-27")
    if f"{column}_qualifier" in COLUMNS:
        return words("For instance 120, ca. 120 or 80-100")
    return None


def options_of(column: str, stored: Cells, words: Words) -> Mapping[str, str]:
    """The choices of a list with their names; the first one is that it isn't known."""
    if COLUMNS[column].refers_to:
        names = queries.bodies.names(session.store())
        keys = queries.bodies.keys_by_level(session.store())[column]
        return {"": words("Not known"), **{key: names[key] for key in keys}}
    choices = [
        choice for choice in COLUMNS[column].choices if choice not in NOT_KNOWN or choice == stored[column]
    ]
    return {"": words("Not known"), **{choice: words(CHOICES[column][choice]) for choice in choices}}


def methods_to_choose(stored: Cells, words: Words) -> list[str]:
    """The listed methods by their name in the page's language, and every other that is in use."""
    listed = [
        method.name_da if words.code == "da" else method.name_en
        for method in queries.methods.listed(session.store())
    ]
    own = (stored["methods"] or "").split(";")
    return list(dict.fromkeys(filter(None, [*own, *listed, *queries.consultations.methods(session.store())])))


def _groups(column: str, stored: Cells) -> list[str]:
    """The groups that have a name in both languages, and every other that was chosen."""
    return list(dict.fromkeys([*GROUPS, *filter(None, (stored[column] or "").split(";"))]))


def _as_typed(column: str, stored: Cells, words: Words) -> str | list[str]:
    """A stored value as one would type it: days in figures, numbers without anything between thousands."""
    text, kind = stored[column] or "", COLUMNS[column].kind
    if kind == KEYS:
        return [part for part in text.split(";") if part]
    if kind == DATE and text:
        return f"{date.fromisoformat(text):%d-%m-%Y}"
    if kind == NUMBER and words.code == "da":
        return text.replace(".", ",")
    if kind == INTEGER and text:
        return qualified_in_words(text, stored.get(f"{column}_qualifier"))
    return text


def _show_saved(key: str, column: str, stored: Cells, words: Words) -> None:
    """That a field was saved; of a day, how it was read, and of a number that was read in another form too,
    with one click to take it back.
    """
    kind, typed, stored_text = COLUMNS[column].kind, field_state(key).typed, _as_typed(column, stored, words)
    if kind in (INTEGER, NUMBER) and typed and stored_text and typed != stored_text:
        text = words("Saved: “{text}” is read as {value}.", text=typed, value=str(stored_text))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f":material/check: {session.plain(text)}")
            st.button(
                words("Undo"),
                key=f"take back {key} {column}",
                type="tertiary",
                icon=":material/undo:",
                on_click=take_back,
                args=(key, column),
            )
        return
    value = value_in_words(column, stored[column], words) if kind == DATE and stored[column] else ""
    text = words("Saved: {value}", value=value) if value else words("Saved.")
    st.caption(f":material/check: {session.plain(text)}")


def _order_problems(column: str, stored: Cells, words: Words) -> list[str]:
    """What is impossible about a day beside another one; said at both."""
    sentences = []
    for earlier, later in DATE_ORDER:
        first, second = stored[earlier], stored[later]
        if column in (earlier, later) and first and second and first > second:
            sentences.append(
                words(
                    "“{later}” lies before “{earlier}”. Mend one of them; no fact uses the two together.",
                    later=label(later, words),
                    earlier=label(earlier, words),
                )
            )
    return sentences


def _show_clash(key: str, column: str, stored: Cells, words: Words) -> None:
    value = value_in_words(column, stored[column], words)
    st.warning(
        session.plain(
            words("Somebody else has saved “{value}” here meanwhile. Yours is not saved.", value=value)
        ),
        icon=":material/group:",
    )
    with st.container(horizontal=True):
        st.button(words("Save mine"), key=f"mine {key} {column}", on_click=save_over, args=(key, column))
        st.button(
            words("Take theirs"),
            key=f"theirs {key} {column}",
            on_click=field_state(key).forget,
            args=(column,),
        )
