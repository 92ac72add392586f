"""Type that is read from the back of a meeting room.

All sizes on a page hang on the size of its root. This enlarges the root while it is on the page and puts it
back after; and a page that comes to another place begins at its top. The keys that a button names are as
clear as the button's own words.
"""

import streamlit as st

SIZE = "21px"

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

_KEYS = """
button[kind="primary"] kbd {
    opacity: 1 !important;
}
"""

_large_type = st.components.v2.component("large_type", js=_SCRIPT, css=_KEYS, isolate_styles=False)


def enlarge_type(place: str) -> None:
    """Put this once on a page that is shown to a room; ``place`` tells what it shows."""
    _large_type(key="large type", data=place)
