"""Days off, year by year, and the methods that have a period to respond in."""

from datetime import date

import streamlit as st

from data import queries
from pages import session
from pages.components import days_off_forms, method_forms
from pages.components.headings import show_section, show_title
from pages.components.outcome_messages import show_messages
from pages.components.unlisted_methods import show_unlisted

words, store = session.words(), session.store()
show_title(words("Days off and methods"))
st.caption(
    words("Open rounds are evaluated with what stands here. Closed rounds keep what they closed with.")
)

show_section(words("Days off"))
st.caption(
    words(
        "Periods in which people are away, beside Saturdays, Sundays and public holidays. A consultation that"
        " runs through them gives less time to respond in."
    )
)
this_year = date.today().year
others = [year for year in queries.days_off.years(store) if year not in (this_year, this_year + 1)]
year = session.choose(
    "year", [this_year, this_year + 1, *others], this_year, label=words("Year"), in_words=str
)
show_messages(days_off_forms.PLACE)
periods = queries.days_off.of_year(store, year)
if periods:
    days_off_forms.show_periods(periods, words, words("Days off in {year}", year=str(year)))
else:
    st.info(
        words(
            "No days off are recorded in {year}. Until they are, nobody knows how much of a time to respond"
            " in was lost to them.",
            year=str(year),
        ),
        icon=":material/event_busy:",
    )
days_off_forms.show_forms(periods, year, words)

show_section(words("Methods"))
st.caption(
    words(
        "Only consultations with a period to respond in are held against the norms for it. Their methods"
        " tell, unless they are about a plan or have statutory days."
    )
)
show_messages(method_forms.PLACE)
methods = queries.methods.listed(store)
if methods:
    method_forms.show_methods(methods, words)
else:
    st.info(words("No methods are listed yet. Add the first one here."), icon=":material/forum:")
show_unlisted(queries.methods.unlisted_words(store), methods, words)
method_forms.show_forms(methods, words)
