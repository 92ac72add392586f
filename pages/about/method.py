"""How a verdict comes about, rendered from the rules, scales, indicators and norms that the evaluation
itself uses.
"""

from datetime import date

import streamlit as st

from data import queries
from evaluation.clarification import IN_WORDS
from evaluation.method import BESIDE_THE_VERDICT, CLOSING, COUNTING, FACTS, LIMITS, STATISTICS
from pages import session
from pages.components.headings import show_title
from pages.components.method_rules import (
    show_adopted_text,
    show_norms,
    show_principles,
    show_rules,
    show_rules_of_round,
    show_verdicts,
)

words, store = session.words(), session.store()
show_title(words("How a verdict comes about"))
st.markdown(
    words(
        "This page is made from the rules that the evaluation itself uses. Change a norm, and it changes"
        " here."
    )
)
norms = queries.norms.in_force(
    store, session.chosen_round().opening_day if session.rounds() else date.today()
)
if session.rounds():
    show_rules_of_round(words)
show_verdicts(norms, words)
for heading, rules in (
    (words("Beside the verdict: confidence and minority"), BESIDE_THE_VERDICT),
    (words("What counts"), COUNTING),
    (words("When a fact is known, late or waiting"), FACTS),
    (words("What a plan is warned of before a consultation starts"), IN_WORDS),
    (words("What stays when a round is closed"), CLOSING),
    (words("Figures behind the words"), STATISTICS),
    (words("What this can't show"), LIMITS),
):
    show_rules(heading, rules, norms, words)
if session.rounds():
    show_principles(store, norms, words)
show_adopted_text(words)
show_norms(store, words)
