"""What Streamlit leaves out for those who use the keyboard, a screen reader or large type: a small script
that every page brings with it.

It names stops for the keyboard that have no name (the page, a large table, a small one that scrolls, text to
copy), shows those that only the mouse would (a table's tools), takes those away that nobody sees (in a menu
that is folded away), keeps the words drawn in a chart from being read beside its own, saves height in a low
window, such as a laptop's at 200 %, and begins the lines of a long button where a text's begin. Its names are
in English; ``streamlit_texts`` has them in Danish.
"""

from pathlib import Path

ADDRESS = "/oejenhoejde/accessibility.js"
SCRIPT = Path(__file__).with_suffix(".js")


def script() -> str:
    """The script."""
    return SCRIPT.read_text(encoding="utf-8")
