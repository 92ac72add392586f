"""The button that every file is downloaded with: who fetched what is an event."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages import session


def download_button(
    label: str, make: Callable[[], bytes], name: str, mime: str, *, is_confidential: bool = False, **look: Any
) -> None:
    """A button whose file is made when it is asked for, and which leaves the page as it is; ``look`` as
    ``st.download_button`` takes it.
    """
    content = session.with_event(make, name, is_confidential=is_confidential)
    st.download_button(label, content, name, mime, on_click="ignore", **look)
