"""Type that is read from the back of a meeting room.

All sizes on a page hang on the size of its root. This enlarges the root while it is on the page and puts it back after.
"""

import streamlit as st

SIZE = "21px"

_SCRIPT = f"""
export default function() {{
    const root = document.documentElement;
    root.style.fontSize = "{SIZE}";
    return () => {{ root.style.fontSize = ""; }};
}}
"""

_large_type = st.components.v2.component("large_type", js=_SCRIPT)


def show_large() -> None:
    """Put this once on a page that is shown to a room."""
    _large_type(key="large type")
