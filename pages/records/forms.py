"""The round's papers and forms: sent out by body, and filled forms taken in after a look at what they
would change.
"""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from data import queries
from data.assessment_fields import REASON
from data.models import Body, Round
from evaluation.earlier_words import CONFIDENTIAL
from language import Words
from materials.charts.chart import round_in_words
from materials.documents.discussion_paper.archive import all_papers, draw_paper, paper_name
from materials.filenames import file_name
from materials.forms.archive import all_forms, draw, form_name
from materials.forms.form_reader import FormRefused, read_form
from pages import session
from pages.components.empty_states import ask_for_bodies, lead_to_open_round, require_rounds
from pages.components.outcome_messages import keep_messages, show_messages
from pages.components.tables import show_table
from workflow.answers import DRAFT
from workflow.forms import STATES, FormRow, preview, refusal, take_form_in

MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "zip": "application/zip",
}
STATE_COLOURS = {
    "new": "blue",
    "changed": "blue",
    "unchanged": "gray",
    "empty": "gray",
    "unreadable": "orange",
    "outdated": "orange",
}


def show_sending(now: Round, bodies: Sequence[Body], words: Words) -> None:
    """Everything that goes out: all forms at once, or one body's paper and form."""
    st.subheader(words("Send out"))
    st.markdown(
        words(
            "Each committee and centre gets a discussion paper about its own consultations, and a form to"
            " answer in. Only the fields of a form can be written in."
        )
    )
    store, key, spoken = session.store(), now.key, round_in_words(now.key, words)
    with st.container(horizontal=True):
        label = words("All forms of the round (ZIP)")
        _offer(label, partial(all_forms, store, now, words), file_name(words("Forms"), spoken, kind="zip"))
        label = words("All discussion papers (ZIP)")
        _offer(
            label,
            partial(all_papers, store, now, words),
            file_name(words("Discussion papers"), spoken, kind="zip"),
        )
    by_key = {body.key: body for body in bodies}
    names = {body.key: body.name for body in bodies}
    chosen = session.choose(
        "body", list(names), next(iter(names)), label=words("Committee or centre"), in_words=names.__getitem__
    )
    with st.container(horizontal=True):
        for kind, label in (
            ("docx", words("Discussion paper (Word)")),
            ("pdf", words("Discussion paper (PDF)")),
        ):
            _offer(
                label,
                partial(draw_paper, store, now, chosen, kind, words),
                paper_name(by_key[chosen], key, kind, words),
            )
        for kind, label in (("docx", words("Form (Word)")), ("xlsx", words("Form (Excel)"))):
            _offer(
                label,
                partial(draw, store, now, chosen, kind, words),
                form_name(by_key[chosen], key, kind, words),
            )


def _offer(label: str, make: partial[bytes], name: str) -> None:
    """A button whose file is made when it is asked for."""
    st.download_button(
        label,
        make,
        name,
        MIME[name.rpartition(".")[2]],
        icon=":material/download:",
        key=f"offer {name}",
        on_click="ignore",
    )


def show_taking(now: Round, words: Words) -> None:
    """Filled forms: what they would change, and the button that stores it."""
    st.subheader(words("Take in"))
    show_messages("forms")
    files = st.file_uploader(
        words("Filled forms (Word or Excel)"),
        ["docx", "xlsx"],
        accept_multiple_files=True,
        key=f"filled forms {st.session_state.get('forms taken', 0)}",
    )
    if not files:
        st.caption(words("Nothing is stored before you have seen what a form would change."))
        return
    rows = [row for file in files for row in _look_at(file.name, file.getvalue(), now, words)]
    if not rows:
        return
    _show_rows(rows, words)
    storing = [row for row in rows if row.stores]
    if storing:
        label = words.many(
            "Take in {count} new or changed answer", "Take in {count} new or changed answers", len(storing)
        )
        st.button(label, type="primary", icon=":material/move_to_inbox:", on_click=_take, args=(storing,))
    else:
        st.info(words("There is nothing to take in: no answer is new or changed."), icon=":material/info:")


def _look_at(name: str, content: bytes, now: Round, words: Words) -> Sequence[FormRow]:
    """The rows of one file; a refused one says why and has none."""
    try:
        form = read_form(name, content, session.store())
        refused = refusal(session.store(), form, now)
    except FormRefused as problem:
        refused = problem.sentence
    if refused:
        st.error(session.plain(words.say(refused)), icon=":material/block:")
        return ()
    return preview(session.store(), form)


def _show_rows(rows: Sequence[FormRow], words: Words) -> None:
    """What each answer is, what was chosen, how it begins, and what can't be read in it."""
    shown = [
        {
            words("Committee or centre"): session.plain(row.name),
            words("Principle"): str(row.place.principle),
            words("State"): f":{STATE_COLOURS[row.state]}-badge[{words(STATES[row.state])}]",
            words("Step"): (
                words("cannot be judged") if row.answer.not_assessable else str(row.answer.rating or "–")
            ),
            words("What it says"): session.plain(
                " ".join([*(words.say(problem) for problem in row.problems), _beginning(row, words)]).strip()
            ),
        }
        for row in rows
        if row.state != "empty"
    ]
    empty = sum(row.state == "empty" for row in rows)
    if shown:
        show_table(shown, words("What the forms would change"))
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


def _beginning(row: FormRow, words: Words, most: int = 90) -> str:
    """How the reason begins, after the mark where the words are confidential."""
    mark = f"{words(CONFIDENTIAL)} " if row.answer.confidential else ""
    text = " ".join(row.answer.texts[REASON.name].split())
    return mark + (text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …")


def _take(rows: Sequence[FormRow]) -> None:
    """Store them, and empty the list of files; what was not stored is named."""
    words = session.words()
    outcome = take_form_in(session.store(), session.person(), rows)
    names = list(dict.fromkeys(row.name for row, problem in outcome if problem is None))
    count = sum(problem is None for _, problem in outcome)
    message = words.many(
        "{count} answer is taken in, from {names}.",
        "{count} answers are taken in, from {names}.",
        count,
        names=words.listed(names),
    )
    refused = [
        (
            "error",
            words(
                "{name}, principle {number}: {problem}",
                name=row.name,
                number=str(row.place.principle),
                problem=problem,
            ),
        )
        for row, problem in outcome
        if problem
    ]
    keep_messages("forms", [*([("success", message)] if count else []), *refused])
    st.session_state["forms taken"] = st.session_state.get("forms taken", 0) + 1


words = session.words()
require_rounds(words("Forms"), words)
st.title(words("Forms"))
now = session.chosen_round()
bodies = queries.bodies.expected(session.store(), now.key)
st.caption(session.plain(round_in_words(now.key, words)))
if now.status != "open":
    st.info(words("Forms are sent out and taken in while the round is open."), icon=":material/lock:")
    lead_to_open_round(words)
elif not bodies:
    ask_for_bodies(words)
else:
    show_sending(now, bodies, words)
    show_taking(now, words)
