"""How a verdict comes about, rendered from the rules, scales, indicators and norms that the evaluation
itself uses.
"""

from datetime import date

import streamlit as st

from data import queries
from evaluation.method import CLOSING, COUNTING, LIMITS, STATISTICS
from pages import session
from pages.components.method_rules import show_norms, show_principles, show_verdicts

words, store = session.words(), session.store()
st.title(words("How a verdict comes about"))
st.markdown(
    words(
        "This page is made from the rules that the evaluation itself uses. Change a norm, and it changes"
        " here."
    )
)
norms = queries.norms.in_force(
    store, session.chosen_round().opening_day if session.rounds() else date.today()
)
show_verdicts(norms, words)
for heading, texts in (
    (words("What counts"), COUNTING),
    (words("What stays when a round is closed"), CLOSING),
    (words("Figures behind the words"), STATISTICS),
    (words("What this can't show"), LIMITS),
):
    st.subheader(heading)
    st.markdown("\n".join(f"- {words(text)}" for text in texts))
if session.rounds():
    show_principles(store, norms, words)
show_norms(store, words)
