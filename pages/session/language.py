"""The language of this visit."""

import streamlit as st

from language import LANGUAGES, Words, speak
from pages.session.address import choice_in_link, keep_in_link


def words() -> Words:
    """The language of this page."""
    return speak(choice_in_link("lang", list(LANGUAGES), "da"))


def choose_language() -> None:
    """The way to the other language, one click away; named as its own speakers name it."""
    language = choice_in_link("lang", list(LANGUAGES), "da")
    keep_in_link("lang", language)
    for other in LANGUAGES:
        if other != language:
            # One key for both keeps the keyboard on the button when it changes its words.
            st.button(
                LANGUAGES[other],
                key="other language",
                type="tertiary",
                icon=":material/translate:",
                on_click=keep_in_link,
                args=("lang", other),
            )
