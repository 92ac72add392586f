"""Filled forms taken in, after a look at what they would change."""

from collections.abc import Sequence

import streamlit as st

from data import queries
from data.database import Store
from data.models import Round
from language import Sentence, Words
from materials.forms.form_reader import FormRefused, read_form
from pages import session
from pages.components.form_preview import show_form_row
from pages.components.headings import show_section
from pages.components.may import may_write
from pages.components.outcome_messages import keep_messages, show_messages
from pages.components.tables import show_table
from workflow.answers import DRAFT
from workflow.forms import STATES, FormRow, preview, refusal, take_form_in
from workflow.permission import NotPermitted, Right, require

STATE_COLOURS = {
    "new": "blue",
    "changed": "blue",
    "unchanged": "gray",
    "empty": "gray",
    "unreadable": "orange",
    "outdated": "orange",
}


def show_taking(store: Store, now: Round, words: Words) -> None:
    """Filled forms: what they would change, and the button that stores it."""
    show_section(words("Take in"))
    if not may_write(Right.ANSWER, words):
        return
    show_messages("forms")
    files = st.file_uploader(
        words("Filled forms (Word or Excel)"),
        ["docx", "xlsx", "odt", "ods"],
        accept_multiple_files=True,
        key=f"filled forms {st.session_state.get('forms taken', 0)}",
    )
    if not files:
        st.caption(words("Nothing is stored before you have seen what a form would change."))
        return
    rows = [row for file in files for row in _look_at(store, file.name, file.getvalue(), now, words)]
    if not rows:
        return
    _show_rows(rows, words)
    storing = [row for row in rows if row.stores]
    if storing:
        label = words.many(
            "Take in {count} new or changed answer", "Take in {count} new or changed answers", len(storing)
        )
        st.button(label, type="primary", icon=":material/move_to_inbox:", on_click=_take, args=(rows,))
    else:
        st.info(words("There is nothing to take in: no answer is new or changed."), icon=":material/info:")


def _look_at(store: Store, name: str, content: bytes, now: Round, words: Words) -> Sequence[FormRow]:
    """The rows of one file; a refused one says why and has none."""
    try:
        form = read_form(name, content, store)
        require(session.person(), Right.ANSWER, {form.seal.body})  # before what is stored is shown beside it
        reason = refusal(store, form, now)
    except (FormRefused, NotPermitted) as problem:
        reason = problem.sentence
    if reason:
        st.error(session.plain(words.say(reason)), icon=":material/block:")
        return ()
    return preview(store, form, session.readership())


def _show_rows(rows: Sequence[FormRow], words: Words) -> None:
    """What each answer is at a glance, then every field of those that would be stored or are not."""
    table = [
        {
            words("Committee or centre"): session.plain(row.name),
            words("Principle"): str(row.place.principle),
            words("State"): f":{STATE_COLOURS[row.state]}-badge[{words(STATES[row.state])}]",
            words("Step"): (
                words("cannot be judged") if row.answer.not_assessable else str(row.answer.rating or "–")
            ),
        }
        for row in rows
        if row.state != "empty"
    ]
    if table:
        show_table(table, words("What the forms would change"))
    _count(rows, words)
    titles = queries.consultations.titles(session.store())
    for row in rows:
        if row.state not in ("empty", "unchanged"):
            show_form_row(row, titles, words)


def _count(rows: Sequence[FormRow], words: Words) -> None:
    """How many answers are empty, and how many become drafts."""
    empty = sum(row.state == "empty" for row in rows)
    if empty:
        st.caption(
            words.many(
                "{count} answer is empty and is left out.",
                "{count} answers are empty and are left out.",
                empty,
            )
        )
    drafts = sum(row.stores and row.answer.status == DRAFT for row in rows)
    if drafts:
        message = words.many(
            "{count} answer lacks its reason or its step and becomes a draft.",
            "{count} answers lack their reason or their step and become drafts.",
            drafts,
        )
        st.caption(message)


def _take(rows: Sequence[FormRow]) -> None:
    """Store them, and empty the list of files; what was not stored is named, with the reason."""
    words = session.words()
    outcome = take_form_in(session.store(), session.person(), [row for row in rows if row.stores])
    names = list(dict.fromkeys(row.name for row, problem in outcome if problem is None))
    count = sum(problem is None for _, problem in outcome)
    message = words.many(
        "{count} answer is taken in, from {names}.",
        "{count} answers are taken in, from {names}.",
        count,
        names=words.listed(names),
    )
    refusals = [("error", _refusal(row, problem, words)) for row, problem in outcome if problem]
    left_out = [
        ("warning", _refusal(row, problem, words))
        for row in rows
        for problem in row.problems
        if not row.stores
    ]
    keep_messages("forms", [*([("success", message)] if count else []), *refusals, *left_out])
    st.session_state["forms taken"] = st.session_state.get("forms taken", 0) + 1


def _refusal(row: FormRow, problem: Sentence, words: Words) -> str:
    number = str(row.place.principle)
    return words(
        "{name}, principle {number}, is not taken in: {problem}",
        name=row.name,
        number=number,
        problem=problem,
    )
