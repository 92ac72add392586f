"""What goes to the committee's table: case and annex of the chosen round, in either language."""

import streamlit as st

from evaluation.round_names import round_in_words
from pages import session
from pages.components.empty_states import require_rounds
from pages.components.round_documents import choose_edition, offer_documents, say_what_stands

words = session.words()
require_rounds(words("Charts and documents"), words)
st.title(words("Charts and documents"))
now = session.chosen_round()
st.caption(session.plain(round_in_words(now.key, words)))
say_what_stands(now, words)
edition = choose_edition(words)
offer_documents(now, edition, words)
