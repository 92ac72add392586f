"""Close a round: what is missing, the freezing with its checksum, and corrections after it."""

import streamlit as st

from data import queries
from evaluation.round_names import round_in_words
from pages import session
from pages.components.closing_checklist import offer_freezing, show_checklist
from pages.components.empty_states import require_rounds
from pages.components.erratum_form import show_erratum_form
from pages.components.frozen_result import show_frozen
from pages.components.headings import show_title
from pages.components.outcome_messages import show_messages
from pages.components.round_documents import link_documents

words, store = session.words(), session.store()
require_rounds(words("Closing"), words)
show_title(words("Closing"))
now = session.chosen_round()
st.caption(session.plain(round_in_words(now.key, words)))
show_messages("closing")
closing = queries.closings.of_round(store, now.key)
if now.status == "planned":
    st.info(words("The round has not opened yet. Open it under Rounds."), icon=":material/info:")
elif now.status == "open":
    show_checklist(store, now, words)
elif closing:
    show_frozen(store, now, closing, words)
    link_documents(now.key, words)
    show_erratum_form(now, words)
else:
    offer_freezing(store, now, words)
    show_erratum_form(now, words)
