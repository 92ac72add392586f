"""Election terms and rounds: create, date, open, and the calendar that counts back from the meetings."""

import streamlit as st

from data import queries
from evaluation.round_names import round_in_words
from pages import session
from pages.components.backward_calendar import show_calendar
from pages.components.headings import show_section, show_title
from pages.components.history import show_history
from pages.components.may import may_write
from pages.components.outcome_messages import show_messages
from pages.components.round_plan import show_opening_and_plan
from pages.components.round_table import offer_next_term, show_rounds
from workflow.permission import Right

words, store, rounds = session.words(), session.store(), session.rounds()
show_title(words("Rounds"))
if rounds:
    show_rounds(rounds, words)
else:
    st.info(
        words(
            "The register has no rounds yet. Create the first election term: it brings a mid-term and an"
            " end-of-term round."
        ),
        icon=":material/event:",
    )
offer_next_term(rounds, words)
if rounds:
    now = session.chosen_round()
    bodies = queries.bodies.expected(store, now.key)
    show_section(session.plain(round_in_words(now.key, words)))
    show_messages("plan")
    if now.status == "closed":
        st.info(words("The round is closed: its dates can no longer be changed."), icon=":material/lock:")
    else:
        if may_write(Right.CONDUCT, words):
            show_opening_and_plan(store, now, bodies, words)
        st.page_link(
            "pages/settings/closing.py",
            label=words("What is missing before it can close"),
            icon=":material/arrow_forward:",
        )
    show_calendar(store, now, words)
    show_history("rounds", now.key, words)
