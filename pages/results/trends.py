"""Which way is it going: each principle through all rounds, and its facts through time and side by side."""

import streamlit as st

from pages import session
from pages.components.empty_states import require_rounds
from pages.components.fact_trend import show_fact_trend
from pages.components.findings import choose_principle, link_rule
from pages.components.headings import show_section, show_title
from pages.components.round_trend import show_reasons, show_rounds, verdicts
from pages.components.tables import show_table

words, store = session.words(), session.store()
rounds = session.rounds()[::-1]
require_rounds(words("Which way is it going?"), words)
show_title(words("Which way is it going?"))
if rounds_held := session.rounds_held():
    st.caption(
        words(
            "All rounds from the oldest to the newest. Committees and centres that took over from"
            " others, and new wordings, are marked where they fall."
        )
    )
    show_table(verdicts(rounds_held, words), words("Verdicts by principle and round"))
    show_reasons(rounds_held, words)
else:
    st.info(
        words("No round has been opened yet. The trend begins with the first one."), icon=":material/info:"
    )
with st.container(horizontal=True, vertical_alignment="bottom"):
    finding = choose_principle(session.evaluation().principles, words)
    link_rule(finding, words)
if rounds_held:
    show_rounds(store, rounds_held, finding.principle, words)
show_section(words("What the records show over time"))
show_fact_trend(store, rounds, finding.principle, words)
