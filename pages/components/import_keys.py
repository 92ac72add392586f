"""What lies between a file's columns and its rows: what tells one consultation from another, what is counted,
what an event is, and what is alike in all rows.
"""

import streamlit as st

from data.foreign.profile import RowIs
from data.schema import DATE, TABLES
from language import N_, Words
from pages import session
from pages.components.import_draft import Draft
from pages.components.import_rows import cut
from pages.components.import_state import Question, answer, keep_answer, pick
from pages.components.import_words import NOT_KNOWN, field_label, field_value, values_of

COUNTED = {
    "": N_("They are not counted"),
    "contributions": N_("Contributions"),
    "participants": N_("Participants"),
}
ALIKE = ("consultation", "centre", "committee")
NOT_CHOSEN = N_("Not chosen")


def show_keys(draft: Draft, words: Words) -> None:
    """The questions that what one row is brings with it."""
    if draft.profile.row_is is RowIs.PART:
        _choose_count(draft, words)
    if draft.profile.row_is is RowIs.EVENT:
        _choose_events(draft, words)
    if draft.profile.table == "consultations":
        _choose_identity(draft, words)
    _choose_constants(draft, words)


def _choose_identity(draft: Draft, words: Words) -> None:
    """The file's columns that tell one consultation from another."""
    columns = [str(name) for name in draft.table.cells.columns]
    place = f"{draft.scope}identity {draft.kind}"
    key = f"{place} {words.code}"
    st.session_state[key] = [name for name in answer(place, draft.profile.identity) if name in columns]
    st.multiselect(
        words("Which columns tell one consultation from another?"),
        columns,
        format_func=lambda name: cut(name),
        key=key,
        on_change=lambda: keep_answer(place, tuple(st.session_state[key])),
        placeholder=words("Title and days"),
        help=words(
            "For instance a case number. By it a consultation is known again when the list is taken in once"
            " more, also where its title was changed. Without a column it is the title and the days."
        ),
    )


def _choose_count(draft: Draft, words: Words) -> None:
    question = Question(
        f"{draft.scope}count",
        words("What is the number of rows of a consultation?"),
        list(COUNTED),
        draft.profile.count_into,
        lambda field: words(COUNTED[field]),
    )
    pick(question, st.radio, horizontal=True)


def _choose_events(draft: Draft, words: Words) -> None:
    """The column with the event, the one with its day, and which day of a consultation each event is."""
    columns = ["", *(str(name) for name in draft.table.cells.columns)]

    def name_of(column: str) -> str:
        return cut(column) if column else words(NOT_CHOSEN)

    for place, label, column in (
        ("event column", words("Column that says what happened"), draft.profile.event_column),
        ("date column", words("Column that says when"), draft.profile.date_column),
    ):
        pick(Question(f"{draft.scope}{place}", label, columns, column, name_of), width=520)
    if draft.profile.event_column not in draft.table.cells:
        return
    days = [column.name for column in TABLES["consultations"].columns if column.kind == DATE]
    events = [each for each in draft.table.cells[draft.profile.event_column].unique() if each.strip()]
    for event in events[:50]:
        pick(
            Question(
                f"{draft.scope}event {event}",
                session.plain(words("“{event}” is", event=cut(event))),
                ["", *days],
                draft.profile.events.get(event, ""),
                lambda field: field_label(field, words) if field else words("Has no place – not stored"),
            ),
            width=520,
        )


def _choose_constants(draft: Draft, words: Words) -> None:
    """A field that no column fills may be alike in all rows, as the centre in a centre's own list."""
    fields = [
        field
        for field in ALIKE
        if field in draft.fields and field not in [use.fills for use in draft.profile.columns]
    ]
    if not fields:
        return
    table = draft.profile.table
    with st.expander(words("Is something alike in all rows?"), icon=":material/format_align_justify:"):
        for field in fields:
            values = ["", *(values_of(table, field, draft.known) or ())]
            pick(
                Question(
                    f"{draft.scope}constant {field}",
                    words("{field} of all rows", field=field_label(field, words)),
                    values,
                    draft.profile.constants.get(field, ""),
                    lambda value, field=field: (  # type: ignore[misc]
                        field_value(table, field, value, words) if value else words(NOT_KNOWN)
                    ),
                ),
                width=520,
            )
