"""Which place each column of a file has: proposed, with the file's own values beside it, and mended by
hand.
"""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from data.foreign.profile import RowIs
from language import N_, Sentence, Words
from pages import session
from pages.components.import_draft import Draft
from pages.components.import_keys import show_keys
from pages.components.import_rows import cut
from pages.components.import_state import Question, pick
from pages.components.import_steps import Step
from pages.components.import_words import FIELD_LABELS, KEY_HERE, QUOTED, field_label, quoted

PAGE, EXAMPLES, WIDTHS = 50, 3, (3, 4, 4)
NO_PLACE = N_("Has no place – not stored")
OF_OTHERS = (RowIs.PART, RowIs.EVENT)
NEEDED = {
    "consultations": ("title",),
    "consultation_groups": ("consultation", "group"),
    "experiences": ("consultation", "principle"),
}


def show_columns(draft: Draft, words: Words) -> None:
    """A row a column: its name, values of the file, and the place it has."""
    st.markdown(
        words(
            "First your own heading and what stands under it, then where it is stored. Mend what is wrong; a"
            " column without a place is shown here and stored nowhere."
        )
    )
    if draft.missing:
        st.warning(
            session.plain(
                words(
                    "Last time there was a column {columns}, which this file lacks. Has it another name now?"
                    " Then choose its place below.",
                    columns=quoted(draft.missing, words),
                )
            ),
            icon=":material/edit:",
        )
    columns = [str(name) for name in draft.table.cells.columns]
    pages = -(-len(columns) // PAGE)
    page = st.pagination(pages, key=f"import columns {len(columns)}") if pages > 1 else 1
    for column in columns[(page - 1) * PAGE : page * PAGE]:
        _show_column(draft, column, words)
    show_keys(draft, words)


def _show_column(draft: Draft, column: str, words: Words) -> None:
    examples = [text for text in draft.table.cells[column].drop_duplicates() if text.strip()][:EXAMPLES]
    name, values, place = st.columns(WIDTHS, vertical_alignment="center")
    is_expected = draft.profile.row_is is RowIs.CONSULTATION and not draft.is_kept
    unsure = bool(examples) and not draft.fills(column) and is_expected
    mark = f"  \n:orange-badge[{words('not recognised')}]" if unsure else ""
    name.markdown(f"**{session.plain(cut(column))}**{mark}")
    values.caption(session.plain(" · ".join(cut(text, 40) for text in examples)) or f"*{words('empty')}*")
    with place:
        pick(
            Question(
                f"{draft.scope}column {column}",
                session.plain(words("Place of {column}", column=cut(column))),
                ["", *draft.fields],
                draft.fills(column),
                lambda field: _place_label(draft, field, words),
            ),
            label_visibility="collapsed",
        )


def _place_label(draft: Draft, field: str, words: Words) -> str:
    if not field:
        return words(NO_PLACE)
    if field == "consultation" and draft.profile.table == "consultations":
        return words(KEY_HERE)
    return field_label(field, words)


def summary(draft: Draft, words: Words) -> str:
    """How many columns have a place."""
    total = len(draft.table.cells.columns)
    return words.many(
        "{known} of {count} column has a place.",
        "{known} of {count} columns have a place.",
        total,
        known=len(draft.profile.columns),
    )


def blocker(draft: Draft) -> Sentence | None:
    """Two columns for one place, or none for what must be filled."""
    counts = Counter(use.fills for use in draft.profile.columns)
    if twice := [field for field, count in counts.items() if count > 1]:
        columns = [use.column for use in draft.profile.columns if use.fills == twice[0]]
        return Sentence(
            N_(
                "The columns {columns} have the same place. Let one of them keep it, and choose another for"
                " the rest."
            ),
            {"columns": tuple(Sentence(QUOTED, {"text": name}) for name in columns)},
        )
    lacking = [field for field in _needed(draft) if field not in {*counts, *draft.profile.constants}]
    if lacking:
        return Sentence(
            N_("No column has the place {field} yet. Choose which one it is."), {"field": _quoted(lacking[0])}
        )
    if draft.profile.row_is in OF_OTHERS and not draft.profile.identity:
        return Sentence(N_("Choose the column that says which consultation a row belongs to."))
    if draft.profile.row_is is RowIs.EVENT and not draft.profile.events:
        return Sentence(
            N_("Choose which column says what happened, which says when, and what each event is.")
        )
    return None


def _needed(draft: Draft) -> Sequence[str]:
    if draft.profile.row_is in OF_OTHERS:
        return ()
    return NEEDED[draft.profile.table]


def _quoted(field: str) -> Sentence:
    return Sentence(QUOTED, {"text": Sentence(FIELD_LABELS.get(field, field))})


COLUMNS = Step(
    "columns",
    N_("The columns"),
    show_columns,
    summary,
    blocker,
    lambda draft: not draft.is_kept,
    lambda draft: draft.survey is None,
)
