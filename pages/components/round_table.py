"""Election terms with their rounds, and the one that comes next."""

from collections.abc import Sequence

import streamlit as st

from data.models import Round
from data.terms import next_first_year, term_key
from evaluation.round_names import term_in_words
from evaluation.scales import KINDS, ROUND_STATES
from language import Words
from pages import session
from pages.components.labels import LABELS
from pages.components.may import is_allowed
from pages.components.outcome_messages import save, show_messages
from pages.components.tables import show_table
from workflow.permission import Right
from workflow.rounds import create_term

DATES = ("opens_on", "answers_due_on", "closes_on")


def show_rounds(rounds: Sequence[Round], words: Words) -> None:
    """Every round with its dates and state."""
    rows = [
        {
            words("Election term"): term_in_words(each.term),
            words("Kind"): words(KINDS[each.kind]),
            words("Consultations"): " – ".join(
                words.date(day, "short") for day in (each.period_from, each.period_to)
            ),
            **{words(LABELS[name]): words.date(getattr(each, name), "short") or "–" for name in DATES},
            words("State"): words(ROUND_STATES[each.status]),
        }
        for each in rounds
    ]
    show_table(rows, words("Election terms and their rounds"))


def offer_next_term(rounds: Sequence[Round], words: Words) -> None:
    """One button for the term that comes next."""
    if not is_allowed(Right.CONDUCT):
        return
    first_year = next_first_year([each.term for each in rounds])
    term = term_in_words(term_key(first_year))
    show_messages("new term")
    label = words("Create the election term {term} with its two rounds", term=term)
    st.button(session.plain(label), icon=":material/add:", on_click=_create, args=(first_year, term))


def _create(first_year: int, term: str) -> None:
    message = session.words()(
        "The election term {term} is created. Choose one of its rounds at the top, and date it.", term=term
    )
    save("new term", lambda: create_term(session.store(), session.person(), first_year), message, LABELS)
