"""One consultation on a page of its own, by its link."""

import streamlit as st

from data import queries
from pages import session
from pages.components.consultation import show_record
from pages.components.empty_states import say_no_such_consultation

words = session.words()
st.page_link("pages/records/consultations.py", label=words("All consultations"), icon=":material/arrow_back:")
register = queries.consultations.register(session.store())
matches = register[register["consultation"] == st.query_params.get("consultation")]
if matches.empty:
    st.title(words("Consultation"))
    say_no_such_consultation(words)
    st.stop()
st.title(session.plain(matches.iloc[0]["title"]))
show_record(matches.iloc[0], words)
