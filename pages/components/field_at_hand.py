"""The way to one field of a consultation: its page opens with its fields, and the cursor in that one."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from evaluation.lacking_words import FIELDS, GROUP_FIELDS
from language import Words
from pages import session
from pages.components.consultation_editor import EDIT
from pages.components.consultation_saving import field_key
from workflow.consultations import groups_of

FIELD = "field"
"""Its name in the address."""
_focus_field = st.components.v2.component(
    "focus_field", js=Path(__file__).with_name("field_at_hand.js").read_text(encoding="utf-8")
)


def link_fields(columns: Sequence[str], place: str, words: Words) -> None:
    """On a consultation's own page: a button to each of these fields, in the order of its life."""
    if not columns:
        return
    with st.container(horizontal=True):
        for column in sorted(columns, key=list(FIELDS).index):
            label = words("Fill in “{field}”", field=words(FIELDS[column]))
            link_field(column, session.plain(label), f"{place} {column}")


def link_field(column: str, label: str, key: str) -> None:
    """On a consultation's own page: one button that leads to a field."""
    st.button(
        label,
        icon=":material/edit:",
        type="tertiary",
        key=f"to field {key}",
        on_click=_open_field,
        args=(column,),
    )


def link_to_field(consultation: str, column: str, label: str) -> None:
    """From another page: the link to a field of a consultation."""
    st.page_link(
        "pages/records/consultation.py",
        label=session.plain(label),
        icon=":material/edit:",
        query_params={"consultation": consultation, EDIT: "true", FIELD: column},
    )


def field_in_link() -> str | None:
    """The field that the address names, if it names one."""
    column = st.query_params.get(FIELD)
    return column if column in FIELDS else None


def focus_field(consultation: str, column: str) -> None:
    """Put the cursor into a field that stands on the page, once."""
    _focus_field(key="focus field", data={"name": _class_of(_widget(consultation, column))})


def _open_field(column: str) -> None:
    st.session_state[EDIT] = True
    st.query_params[FIELD] = column


def _widget(consultation: str, column: str) -> str:
    """The key of the field; of a question about groups that of its first group, else the list to add one
    from.
    """
    if column not in GROUP_FIELDS:
        return field_key(consultation, column)
    groups = groups_of(session.store(), consultation)
    return f"group {consultation} {groups[0].name} {column}" if groups else f"add group {consultation}"


def _class_of(key: str) -> str:
    """The class that Streamlit gives the element of a key."""
    letters = (each if each.isascii() and (each.isalnum() or each in "_-") else "-" for each in key.strip())
    return f"st-key-{''.join(letters)}"
