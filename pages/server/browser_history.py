"""One press of Back is one step, and comes back to the same place on the page: a small script that every page
brings with it.

Streamlit pushes an address into the browser's history whenever the script writes one, also where it only adds
what the address left out; see ``browser_history.js``.
"""

from functools import cache
from pathlib import Path

ADDRESS = "/oejenhoejde/browser_history.js"
SCRIPT = Path(__file__).with_suffix(".js")


@cache
def script() -> str:
    """The script, the same for every page."""
    return SCRIPT.read_text(encoding="utf-8")
