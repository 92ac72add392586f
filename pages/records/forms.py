"""The round's papers and forms: sent out by body, and filled forms taken in after a look at what they
would change.
"""

import streamlit as st

from data import queries
from evaluation.round_names import round_in_words
from pages import session
from pages.components.correspondence import show_correspondence
from pages.components.empty_states import ask_for_bodies, lead_to_open_round, require_rounds
from pages.components.forms_in import show_taking
from pages.components.forms_out import show_sending
from pages.components.headings import show_title

words, store = session.words(), session.store()
require_rounds(words("Forms"), words)
show_title(words("Forms"))
now = session.chosen_round()
bodies = queries.bodies.expected(store, now.key)
st.caption(session.plain(round_in_words(now.key, words)))
if now.status != "open":
    st.info(words("Forms are sent out and taken in while the round is open."), icon=":material/lock:")
    lead_to_open_round(words)
elif not bodies:
    ask_for_bodies(words)
else:
    body = show_sending(store, now, bodies, words)
    show_correspondence(now, body, words)
    show_taking(store, now, words)
