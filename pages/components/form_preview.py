"""One answer of a filled form before it is stored: every field, what stands there now and what would be
stored.
"""

from collections.abc import Mapping

import streamlit as st

from data.assessment_fields import CHOICE, FLAG, KEYS, NOT_ASSESSABLE, STEP, Field
from data.labels import MEANINGS
from evaluation.scales import NOT_ASSESSABLE as CANNOT_BE_JUDGED
from evaluation.scales import step_words
from language import Words
from pages import session
from pages.components.findings import show_confidential
from pages.components.tables import show_table
from workflow.form_changes import FIELD_STATES, FieldChange
from workflow.forms import STATES, FormRow

COLOURS = {
    "new": "blue",
    "changed": "blue",
    "emptied": "orange",
    "unchanged": "gray",
    "empty": "gray",
    "unreadable": "orange",
}


def show_form_row(row: FormRow, titles: Mapping[str, str], words: Words) -> None:
    """Every field of an answer, before and after where something stands already. ``titles`` are those of the
    consultations, by key.
    """
    values = {"name": row.name, "number": str(row.place.principle), "state": words(STATES[row.state])}
    label = session.plain(words("{name}, principle {number}: {state}", **values))
    with st.expander(label, expanded=True, icon=":material/description:"):
        if (
            any(change.field.kind == FLAG and change.before for change in row.changes)
            or row.answer.confidential
        ):
            show_confidential(words)
            session.note_confidential_read(row.place.round, row.place.body)
        for problem in row.problems:
            st.warning(session.plain(words.say(problem)), icon=":material/error:")
        show_table([_cells(change, row, titles, words) for change in row.changes], label)


def _cells(change: FieldChange, row: FormRow, titles: Mapping[str, str], words: Words) -> dict[str, object]:
    """The field, what stands now (where anything of the answer does), what the form says, and the state."""
    before = (
        {words("Stands now"): _in_words(change.field, change.before, titles, words)} if row.version else {}
    )
    after = (
        session.plain(str(change.after))
        if change.problem
        else _in_words(change.field, change.after, titles, words)
    )
    return {
        words("Field"): session.plain(words(change.field.short_label)),
        **before,
        words("In the form"): after,
        words("State"): f":{COLOURS[change.state]}-badge[{words(FIELD_STATES[change.state])}]",
    }


def _in_words(field: Field, value: object, titles: Mapping[str, str], words: Words) -> str:
    """A field's value as a person reads it; a dash where it is empty."""
    if field.kind == FLAG:
        return words("yes") if value else words("no")
    if not value:
        return "–"
    if field.kind == STEP:
        return words(CANNOT_BE_JUDGED) if value == NOT_ASSESSABLE else step_words(str(value), words)
    if field.kind == CHOICE:
        return words(MEANINGS[field.name][str(value)])
    if field.kind == KEYS and isinstance(value, list | tuple):
        names = [titles.get(str(key), str(key)) if field.refers_to else str(key) for key in value]
        return session.plain("\n".join(names) if field.refers_to else ", ".join(names))
    return session.plain(str(value))
