"""Text is sent to the server while it is written, not only when the field is left.

Streamlit sends a text when one leaves its field or presses Ctrl+Enter. This presses Ctrl+Enter for whoever pauses, so that
a browser that closes in the middle of a sentence takes at most the last two seconds with it.
"""

import streamlit as st

PAUSE = 1500
"""Milliseconds without a keystroke."""

_SCRIPT = f"""
export default function() {{
    const waiting = new Map();
    const wrote = (event) => {{
        const area = event.target;
        if (!(area instanceof HTMLTextAreaElement)) return;
        clearTimeout(waiting.get(area));
        waiting.set(area, setTimeout(() => area.dispatchEvent(
            new KeyboardEvent("keydown", {{ key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }})
        ), {PAUSE}));
    }};
    document.addEventListener("input", wrote, true);
    return () => {{
        document.removeEventListener("input", wrote, true);
        waiting.forEach((timer) => clearTimeout(timer));
    }};
}}
"""

_send_while_writing = st.components.v2.component("send_while_writing", js=_SCRIPT)


def send_while_writing() -> None:
    """Put this once on a page with fields that are kept as one writes."""
    _send_while_writing(key="send while writing")
