"""Text is sent to the server while it is written, not only when the field is left.

Streamlit sends a text when one leaves its field or presses Ctrl+Enter. This presses Ctrl+Enter for whoever
pauses, so that a browser that closes in the middle of a sentence takes at most the last two seconds with it.
A shortcut with Alt works from within a field too: the text is sent first, and the field left.
"""

from pathlib import Path

import streamlit as st

PAUSE = 1500
"""Milliseconds without a keystroke."""
SETTLE = 150
"""Milliseconds from sending a text until the button is pressed whose shortcut was struck: the text must go
first.
"""

_SCRIPT = (
    Path(__file__)
    .with_suffix(".js")
    .read_text(encoding="utf-8")
    .replace("__PAUSE__", str(PAUSE))
    .replace("__SETTLE__", str(SETTLE))
)

_send_while_writing = st.components.v2.component("send_while_writing", js=_SCRIPT)


def send_while_writing() -> None:
    """Put this once on a page with fields that are kept as one writes."""
    _send_while_writing(key="send while writing")
