"""New rows that are probably known already, side by side with what they resemble: a person says which is
which.
"""

from collections.abc import Mapping

import streamlit as st

from language import N_, Words
from pages import session
from pages.components.import_draft import Draft
from pages.components.import_state import Question, answer, keep_answer, pick
from pages.components.import_words import field_label, field_value
from pages.components.tables import show_table
from workflow.imports import Duplicate, ImportPreview

PAGE = 10
CHOICES = {"same": N_("The same consultation"), "other": N_("Another consultation")}


def show_duplicates(draft: Draft, preview: ImportPreview, words: Words) -> None:
    """Each row beside the other, with the question; and one answer for all."""
    duplicates = preview.duplicates
    if len(duplicates) > 1:
        with st.container(horizontal=True):
            for choice, label in (("same", words("All are the same")), ("other", words("All are others"))):
                st.button(
                    label, key=f"import all {choice}", on_click=_answer_all, args=(draft, duplicates, choice)
                )
    pages = -(-len(duplicates) // PAGE)
    page = st.pagination(pages, key=f"import page duplicates {pages}") if pages > 1 else 1
    for each in duplicates[(page - 1) * PAGE : page * PAGE]:
        with st.container(border=True):
            _show_one(draft, each, words)


def _show_one(draft: Draft, each: Duplicate, words: Words) -> None:
    table, row = draft.profile.table, words("Row {row} of the file", row=str(each.row))
    other = (
        words("Row {row} of the file", row=str(each.other_row))
        if each.other_row
        else words("In the register")
    )
    cells = [
        {
            words("Field"): field_label(field, words),
            row: session.plain(field_value(table, field, ours, words)),
            other: session.plain(field_value(table, field, theirs, words)),
        }
        for field, (ours, theirs) in each.values.items()
    ]
    show_table(cells, words("Row {row} beside what it resembles", row=str(each.row)))
    question = Question(
        _place(draft, each),
        words("Is row {row} the same consultation?", row=str(each.row)),
        list(CHOICES),
        None,
        lambda choice: words(CHOICES[choice]),
    )
    pick(question, st.radio, horizontal=True)


def _place(draft: Draft, each: Duplicate) -> str:
    return f"{draft.upload.file.sha256} duplicate {each.row} {each.other_key}"


def _answer_all(draft: Draft, duplicates: list[Duplicate], choice: str) -> None:
    for each in duplicates:
        keep_answer(_place(draft, each), choice)


def unanswered(draft: Draft, preview: ImportPreview) -> int:
    """How many likely duplicates nobody has said a word about."""
    return sum(answer(_place(draft, each), None) is None for each in preview.duplicates)


def merges(draft: Draft, preview: ImportPreview) -> Mapping[int, str]:
    """By row, the consultation that it is; empty where it is another one."""
    merges: dict[int, str] = {}
    for each in preview.duplicates:
        if answer(_place(draft, each), None) == "same":
            merges[each.row] = each.other_key
        else:
            merges.setdefault(each.row, "")
    return merges
