"""Text is sent to the server while it is written, not only when the field is left.

Streamlit sends a text when one leaves its field or presses Ctrl+Enter. This presses Ctrl+Enter for whoever
pauses, so that a browser that closes in the middle of a sentence takes at most the last two seconds with it.
A shortcut with Alt works from within a field too: the text is sent first, and the field left.
"""

import streamlit as st

PAUSE = 1500
"""Milliseconds without a keystroke."""
SETTLE = 150
"""Milliseconds from sending a text until the button is pressed whose shortcut was struck: the text must go
first.
"""

_SCRIPT = f"""
export default function() {{
    const waiting = new Map();
    const isText = (area) => area instanceof HTMLTextAreaElement;
    const forget = (area) => {{ clearTimeout(waiting.get(area)); waiting.delete(area); }};
    const send = (area) => {{
        forget(area);
        const enter = new KeyboardEvent("keydown", {{ key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }});
        // The field hears it; whoever listens for shortcuts must not, as no key is ever let go.
        const stop = (event) => {{ if (event === enter) event.stopPropagation(); }};
        document.body.addEventListener("keydown", stop);
        area.dispatchEvent(enter);
        document.body.removeEventListener("keydown", stop);
    }};
    const wrote = (event) => {{
        if (!isText(event.target)) return;
        forget(event.target);
        waiting.set(event.target, setTimeout(() => send(event.target), {PAUSE}));
    }};
    const left = (event) => {{ if (isText(event.target)) forget(event.target); }};
    const pressed = (event) => {{
        if (!event.altKey || !isText(event.target)) return;
        const asked = `ALT+${{event.key.toUpperCase()}}`;
        const named = [...document.querySelectorAll("button kbd")].find((mark) => mark.textContent.replace(/\\s/g, "").toUpperCase() === asked);
        if (!named) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        send(event.target);
        setTimeout(() => named.closest("button").click(), {SETTLE});
    }};
    document.addEventListener("input", wrote, true);
    document.addEventListener("focusout", left, true);
    document.addEventListener("keydown", pressed, true);
    return () => {{
        document.removeEventListener("input", wrote, true);
        document.removeEventListener("focusout", left, true);
        document.removeEventListener("keydown", pressed, true);
        waiting.forEach((timer) => clearTimeout(timer));
    }};
}}
"""

_send_while_writing = st.components.v2.component("send_while_writing", js=_SCRIPT)


def send_while_writing() -> None:
    """Put this once on a page with fields that are kept as one writes."""
    _send_while_writing(key="send while writing")
