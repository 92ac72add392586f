"""Taking a record away, once more asked."""

from collections.abc import Callable

import streamlit as st

from language import Words


def show_removal(question: str, remove: Callable[[], None], key: str, words: Words) -> None:
    """A button that opens the question; only the one under it does ``remove``."""
    with st.popover(words("Remove"), icon=":material/delete:"):
        st.markdown(question)
        st.button(words("Yes, remove it"), type="primary", on_click=remove, key=f"remove {key}")
