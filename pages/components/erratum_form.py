"""Correcting a closed round: an erratum is added beside what was frozen; nothing is changed."""

from datetime import UTC, datetime

import streamlit as st

from data.models import Round
from evaluation.scales import ROWS
from language import N_, Words
from pages import session
from pages.components.closing import show_errata
from pages.components.labels import LABELS
from pages.components.outcome_messages import save
from workflow.closing import Correction, add_erratum

OWN_LABELS = {**LABELS, "text": N_("What is right instead"), "reason": N_("Reason for the correction")}


def show_erratum_form(now: Round, words: Words) -> None:
    """The errata there are, and the fields of a new one."""
    st.subheader(words("Errata"))
    show_errata(now.key, words)
    with st.form("erratum", clear_on_submit=True):
        st.selectbox(
            words("What it is about"),
            ["", *ROWS],
            key="erratum principle",
            format_func=lambda row: words(ROWS[row], number=row) if row else words("the whole round"),
        )
        st.text_area(words(OWN_LABELS["text"]), key="erratum text")
        st.text_area(words(OWN_LABELS["reason"]), key="erratum reason")
        st.form_submit_button(
            words("Add the erratum"),
            type="primary",
            icon=":material/edit_note:",
            on_click=_add,
            args=(now.key,),
        )


def _add(round_key: str) -> None:
    principle, text, reason = (
        str(st.session_state[f"erratum {field}"]) for field in ("principle", "text", "reason")
    )
    correction = Correction(principle or None, text, reason)
    at = datetime.now(UTC).replace(tzinfo=None)
    save(
        "closing",
        lambda: add_erratum(
            session.store(), session.person(), round_key=round_key, correction=correction, at=at
        ),
        session.words()("The erratum is added."),
        OWN_LABELS,
    )
