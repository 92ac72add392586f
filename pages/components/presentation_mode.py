"""Type that is read from the back of a meeting room.

All sizes on a page hang on the size of its root. This enlarges the root while it is on the page and puts it
back after, sets what the room reads larger still, and takes the room above and below; and a page that comes
to another place begins at its top. The keys that a button names are as clear as the button's own words.
"""

from pathlib import Path

import streamlit as st

SIZE = "18px"
"""The size of what is beside what the room reads; that is set larger in the style sheet beside this file."""

_SCRIPT = f"""
export default function({{ data }}) {{
    const root = document.documentElement;
    root.style.fontSize = "{SIZE}";
    if (root.dataset.place !== data) {{
        root.dataset.place = data;
        document.querySelector('[data-testid="stMain"]')?.scrollTo({{ top: 0 }});
    }}
    return () => {{ root.style.fontSize = ""; delete root.dataset.place; }};
}}
"""

_CSS = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_large_type = st.components.v2.component("large_type", js=_SCRIPT, css=_CSS, isolate_styles=False)


def enlarge_type(place: str) -> None:
    """Put this once on a page that is shown to a room; ``place`` tells what it shows."""
    _large_type(key="large type", data=place)
