"""What cannot be taken back, or not for long, is asked once more: only the second press acts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st


@dataclass(frozen=True)
class Confirmation:
    """The button that opens the question, what is read in it (Markdown, a paragraph each), and the button
    that acts.
    """

    label: str
    icon: str
    paragraphs: Sequence[str]
    answer: str
    type: Literal["primary", "secondary"] = "primary"


def ask_once_more(confirmation: Confirmation, act: Callable[[], None], key: str) -> None:
    """A button that opens the question; only the one under it does ``act``."""
    with st.popover(confirmation.label, type=confirmation.type, icon=confirmation.icon):
        for paragraph in confirmation.paragraphs:
            st.markdown(paragraph)
        st.button(confirmation.answer, type="primary", on_click=act, key=key)
