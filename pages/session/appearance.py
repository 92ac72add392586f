"""How this visitor sees the pages."""

import streamlit as st


def is_dark() -> bool:
    """Whether this visitor sees the dark theme."""
    return st.context.theme.type == "dark"
