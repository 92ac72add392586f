"""A letter that is ready: as a mail in the program that the computer has for it, or to be copied."""

from collections.abc import Callable

import streamlit as st

from language import Words
from materials.letters import Letter


def show_letter(
    letter: Letter, address: str, words: Words, *, key: str, on_open: Callable[[], None] | None
) -> None:
    """The button that opens the mail, which does ``on_open`` too, and the text with a button to copy it."""
    st.link_button(
        words("Write the mail"),
        address,
        icon=":material/mail:",
        key=f"mail {key}",
        on_click=on_open or "ignore",
    )
    st.code(letter.whole, language=None, wrap_lines=True)
