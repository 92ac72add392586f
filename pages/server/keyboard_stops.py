"""A small script that every page brings with it: it names Streamlit's own stops for the keyboard that have no
name (the page, a large table, a small one that scrolls, text to copy) and shows those that only the mouse
would (a table's tools).

The names are in English; ``streamlit_texts`` has them in Danish.
"""

from pathlib import Path

ADDRESS = "/oejenhoejde/keyboard_stops.js"
SCRIPT = Path(__file__).with_suffix(".js")


def script() -> str:
    """The script."""
    return SCRIPT.read_text(encoding="utf-8")
