"""Whether this visit tries the demonstration: its address says so, and nothing of it outlives the visit."""

import streamlit as st

from data.errors import CommandRefused, StoreError
from language import Sentence, Words
from pages.session.address import choice_in_link, forget_choices, keep_in_link
from pages.session.person import own_person
from pages.session.register import TRIES, is_trial, trial_register
from pages.session.visit import sign_in

LINK, YES, NO = "demonstration", "yes", "no"
KEPT = ("lang", LINK)
"""Choices that hold in both registers; all others name records of one."""


def settle_trial(words: Words) -> Sentence | None:
    """Enter or leave the demonstration as the address asks for it; gives why it can't be entered, or None.
    Whoever is not let into the pages is not let in here either.
    """
    wants = choice_in_link(LINK, (YES, NO), NO) == YES and _is_let_in()
    problem = _make_ready(words) if wants else None
    tries = wants and problem is None
    if tries != is_trial():
        forget_choices(besides=KEPT)
    if is_trial() and not tries:
        trial_register.clear()
    st.session_state[TRIES] = tries
    keep_in_link(LINK, YES if tries else "")
    return problem


def _is_let_in() -> bool:
    try:
        return sign_in() is None or bool(own_person().roles)
    except StoreError:
        return False


def _make_ready(words: Words) -> Sentence | None:
    try:
        with st.spinner(words("The demonstration is made ready …")):
            trial_register()
    except (CommandRefused, StoreError) as refusal:
        return refusal.sentence
    return None
