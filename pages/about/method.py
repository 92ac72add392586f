"""How a verdict comes about, rendered from the rules, scales, indicators and norms that the evaluation
itself uses.
"""

from datetime import date

import streamlit as st

from data import queries
from evaluation.clarification import IN_WORDS
from evaluation.method import SECTIONS
from language import N_
from pages import session
from pages.components.headings import show_section, show_title
from pages.components.method_rules import (
    show_adopted_text,
    show_principles,
    show_rules,
    show_rules_of_round,
    show_verdicts,
)
from pages.components.worked_example import show_example

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
    show_example(words)
else:
    show_verdicts(norms, words)
show_section(words("All rules"))
st.page_link(
    "pages/settings/norms.py", label=words("All norms, and where each is used"), icon=":material/rule:"
)
if session.rounds():
    show_principles(store, norms, words)
show_adopted_text(words)
plans = (N_("What a plan is warned of before a consultation starts"), IN_WORDS)
for place, (heading, rules) in enumerate((*SECTIONS[:-1], plans, SECTIONS[-1]), start=1):
    with session.fold(words(heading), f"rules_{place}", icon=":material/rule:"):
        show_rules(rules, norms, words)
