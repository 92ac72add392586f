"""What goes to the committee's table: all that can be made of the chosen round, in either language."""

import streamlit as st

from evaluation.round_names import round_in_words
from pages import session
from pages.components.empty_states import require_rounds
from pages.components.headings import show_title
from pages.components.round_documents import choose_edition, say_what_stands, show_kinds, show_notices
from pages.components.round_shelf import shelf_of
from pages.components.whole_set import show_whole_set

words = session.words()
require_rounds(words("Charts and documents"), words)
show_title(words("Charts and documents"))
now = session.chosen_round()
st.caption(session.plain(round_in_words(now.key, words)))
say_what_stands(now, words)
shelf = shelf_of(now, choose_edition(words))
show_notices(shelf, words)
show_whole_set(shelf, words)
show_kinds(now, shelf, words)
