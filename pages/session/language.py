"""The language of this visit."""

import streamlit as st

from language import DEFAULT, LANGUAGES, Words, speak
from pages.session.address import choice_in_link, keep_in_link


def words() -> Words:
    """The language of this page."""
    return speak(choice_in_link("lang", list(LANGUAGES), DEFAULT))


def choose_language() -> None:
    """The way to the other language, one click away; named as its own speakers name it."""
    language = words().code
    keep_in_link("lang", language)
    if st.session_state.setdefault("language shown", language) != language:
        st.session_state["language shown"] = language
        _say_choices_again()
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


def _say_choices_again() -> None:
    """A browser shows the words of a choice as they were when it was made: each choice of the page is put
    into its field once more, so that it is shown in the other language's.
    """
    for key, value in st.session_state.items():
        is_button = isinstance(value, bool)  # or a switch, whose words are no value
        is_list = isinstance(value, list) and value and all(isinstance(each, str) for each in value)
        if is_list or (isinstance(value, str | int) and not is_button):
            st.session_state[key] = value
