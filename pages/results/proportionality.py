"""The sixth row: what the consultations took, against what their matters called for, and the question it
raises.
"""

import streamlit as st

from data.queries.effort import efforts
from data.queries.selection import of_round
from evaluation.effort import proportionality_question
from evaluation.indicators import measure_all
from evaluation.principles import PROPORTIONALITY
from evaluation.summary import SummarySentence
from pages import session
from pages.components.closing import show_closing
from pages.components.conclusion import show_conclusion, show_conclusion_history
from pages.components.effort import show_effort
from pages.components.empty_states import require_rounds, say_nothing_fits
from pages.components.filters import OF_CONSULTATIONS, Filters, choose_filters
from pages.components.headings import show_section, show_title
from pages.components.neighbours import show_neighbours

words = session.words()
require_rounds(words("Proportionality"), words)
now, store, norms = session.chosen_round(), session.store(), session.norms()
show_neighbours("proportionality", words)
show_title(words("Proportionality"))
st.caption(words(PROPORTIONALITY.question))
whole = proportionality_question(session.snapshot().efforts, norms)
show_conclusion("proportionality", (SummarySentence(whole, ("proportionality.indicators",)),), words)
show_closing(words, "proportionality")
show_section(words("What it rests on"))
filters = choose_filters(now.period_from, now.period_to, words, only=OF_CONSULTATIONS)
selection = filters.narrow(of_round(session.store(), now))
if filters == Filters():
    number, effort_table = session.evaluation().consultations, session.snapshot().efforts
    measurements = {each.indicator: each for each in session.evaluation().proportionality}
else:
    number, measurements = measure_all(store, selection, norms)
    effort_table = efforts(store, selection)
if number:
    st.markdown(session.plain(words.say(proportionality_question(effort_table, norms))))
    show_effort(store, effort_table, measurements, filters, words)
else:
    say_nothing_fits(is_filtered=filters != Filters(), words=words)
show_conclusion_history("proportionality", words)
