"""How do our indicators lie among those of other municipalities? Nobody is ranked."""

import streamlit as st

from pages import session
from pages.components.empty_states import require_rounds
from pages.components.filters import choose_filters
from pages.components.headings import show_title
from pages.components.others import choose_size, others_now, require_lake, show_others

words = session.words()
require_rounds(words("Other municipalities"), words)
show_title(words("Other municipalities"))
st.caption(
    words(
        "Our indicators within the spread of the others, each judged by its own norms. A spread is something"
        " to learn from, no ranking: others are named only where they agreed to it."
    )
)
require_lake(words)
now = session.chosen_round()
size = choose_size(words)
filters = choose_filters(now.period_from, now.period_to, words, only=("method", "scale"))
show_others(others_now(filters, words), size, filters, words)
