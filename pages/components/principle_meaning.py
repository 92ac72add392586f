"""What a principle says: the adopted wording, our explanation, the descriptors of its scale."""

import streamlit as st

from data import queries
from data.database import Store
from evaluation.principles import PRINCIPLES
from evaluation.scales import step_words
from language import Words
from pages import session


def show_meaning(store: Store, number: int, words: Words) -> None:
    """The adopted wording, our explanation and the descriptors of the scale."""
    title, text, source = queries.principles.wording(
        store, number, session.chosen_round().opening_day, words.code
    )
    label = words("What the principle says, and what each step means")
    with session.fold(label, "meaning", icon=":material/menu_book:"):
        st.markdown(f"**{session.plain(title)}**")
        st.text(text)
        st.caption(session.plain(words("Source: {source}", source=source)))
        st.markdown(words(PRINCIPLES[number].explanation))
        for step in (5, 4, 3, 2, 1):
            st.markdown(f"**{step_words(step, words)}** – {words(PRINCIPLES[number].descriptors[step])}")
