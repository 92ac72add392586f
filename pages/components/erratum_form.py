"""Correcting a closed round: an erratum is added beside what was frozen; nothing is changed."""

import streamlit as st

from data import queries
from data.clock import utc_now
from data.models import Round
from evaluation.scales import ROWS
from language import N_, Words
from pages import session
from pages.components.closing import erratum_head, show_errata
from pages.components.headings import show_section
from pages.components.labels import LABELS
from pages.components.may import may_write
from pages.components.outcome_messages import save
from workflow.closing import Correction, add_erratum
from workflow.permission import Right

OWN_LABELS = {
    **LABELS,
    "text": N_("What is right instead"),
    "reason": N_("Reason for the correction"),
    "body": N_("Which committee or centre"),
    "corrects": N_("Corrects an earlier erratum"),
}


def show_erratum_form(now: Round, words: Words) -> None:
    """The errata there are, and the fields of a new one."""
    show_section(words("Errata"))
    show_errata(now.key, words)
    if not may_write(Right.CONDUCT, words):
        return
    with st.form("erratum", clear_on_submit=True):
        left, right = st.columns(2)
        with left:
            st.selectbox(
                words("What it is about"),
                ["", *ROWS],
                key="erratum principle",
                format_func=lambda row: words(ROWS[row], number=row) if row else words("the whole round"),
            )
        with right:
            _choose_body(words)
        _choose_corrected(now, words)
        st.text_area(words(OWN_LABELS["text"]), key="erratum text")
        st.text_area(words(OWN_LABELS["reason"]), key="erratum reason")
        st.form_submit_button(
            words("Add the erratum"),
            type="primary",
            icon=":material/edit_note:",
            on_click=_add,
            args=(now.key,),
        )


def _choose_body(words: Words) -> None:
    """One of those that were asked in the round, or none of them alone."""
    names = {answer.body: answer.name for answer in session.answers()}
    st.selectbox(
        words(OWN_LABELS["body"]),
        ["", *names],
        key="erratum body",
        format_func=lambda body: names[body] if body else words("No single one"),
    )


def _choose_corrected(now: Round, words: Words) -> None:
    """The erratum that the new one corrects; there is nothing to choose while there is none."""
    errata = {each.erratum: each for each in queries.closings.errata(session.store(), now.key)[::-1]}
    if errata:
        st.selectbox(
            words(OWN_LABELS["corrects"]),
            ["", *errata],
            key="erratum corrects",
            format_func=lambda key: (
                f"{erratum_head(errata[key], words)}: {errata[key].text}" if key else words("None")
            ),
        )


def _add(round_key: str) -> None:
    principle, text, reason, body, corrects = (
        str(st.session_state.get(f"erratum {field}") or "")
        for field in ("principle", "text", "reason", "body", "corrects")
    )
    correction = Correction(principle or None, text, reason, body or None, corrects or None)
    at = utc_now()
    save(
        "closing",
        lambda: add_erratum(
            session.store(), session.person(), round_key=round_key, correction=correction, at=at
        ),
        session.words()("The erratum is added."),
        OWN_LABELS,
    )
