"""Streamlit's own texts (of upload fields, lists, tables, the menu) in Danish: a small script that every page
brings with it.

Streamlit has no setting for them. The script replaces a text only where it stands whole and alone in a place
of Streamlit's own; see ``streamlit_texts.js``. It also keeps the page's language, as screen readers hear it,
in step with the language switch.
"""

import json
from functools import cache
from pathlib import Path

from language import N_, speak

ADDRESS = "/oejenhoejde/streamlit_texts.js"
SCRIPT = Path(__file__).with_suffix(".js")
TEXTS = (
    N_("Upload"),
    N_("Add files"),
    N_("Drag and drop a file here"),
    N_("Drag and drop files here"),
    N_("Upload failed"),
    N_("Click to retry upload"),
    N_("Too many files"),
    N_("Choose an option"),
    N_("Choose options"),
    N_("Choose or add an option"),
    N_("Choose or add options"),
    N_("Add an option"),
    N_("Add options"),
    N_("No results"),
    N_("No options to select"),
    N_("Clear value"),
    N_("Clear all"),
    N_("Select all"),
    N_("Selected values"),
    N_("Selectbox options"),
    N_("Multiselect options"),
    N_("Clear entry"),
    N_("Invalid input."),
    N_("Choose date"),
    N_("Choose date range"),
    N_("Clear date"),
    N_("Clear dates"),
    N_("Use arrow keys to navigate dates. Enter to select. Escape to close."),
    N_("Fullscreen"),
    N_("Close fullscreen"),
    N_("Search"),
    N_("Download as CSV"),
    N_("Show/hide columns"),
    N_("Close Search"),
    N_("Next Result"),
    N_("Previous Result"),
    N_("Clear selection"),
    N_("No data"),
    N_("Scrollable table"),
    N_("Page content"),
    N_("Text to copy"),
    N_("Navigate to home page"),
    N_("yyyy"),
    N_("Empty"),
    N_("Help"),
    N_("Copy to clipboard"),
    N_("Copied"),
    N_("Cancel"),
    N_("Only one file is allowed."),
    N_("Autosize"),
    N_("Sort ascending"),
    N_("Sort descending"),
    N_("Format"),
    N_("Automatic"),
    N_("Hide column"),
    N_("Pin column"),
    N_("Unpin column"),
    N_("Statistics"),
    N_("Dataframe column menu"),
    N_("Copy column name"),
    N_("Scroll tabs left"),
    N_("Scroll tabs right"),
    N_("Link to heading"),
    N_("Open"),
    N_("Sidebar"),
    N_("file upload"),
    N_("Skip to main content"),
    N_("Collapse sidebar"),
    N_("Expand sidebar"),
    N_("App pages"),
    N_("Main menu"),
    N_("Rerun"),
    N_("Print"),
    N_("Copy"),
    N_("Close"),
    N_("Try again"),
    N_("Connection error"),
    N_("Connecting to Streamlit server"),
    N_("Unable to connect to Streamlit server"),
    N_("Failed to generate file for download"),
    N_("Download failed"),
    N_("Request timed out"),
    N_("Connection closed"),
    N_("Connection lost. Please wait for the app to reconnect, then try again."),
    N_("Streamlit server is not responding. Are you connected to the internet?"),
    N_("Page not found"),
    N_("The page that you have requested does not seem to exist"),
)
# Regular expressions over whole texts: what stands in brackets is put into the sentence at its number.
PATTERNS = (
    (r"Show/hide columns: (.+)", N_("Show/hide columns: $1")),
    (r"Download as CSV: (.+)", N_("Download as CSV: $1")),
    (r"Search: (.+)", N_("Search: $1")),
    (r"Fullscreen: (.+)", N_("Fullscreen: $1")),
    (r"\S+ icon", N_("icon")),
    (r"Help for (.+)", N_("Help for $1")),
    (r"Remove (.+)", N_("Remove $1")),
    (r"Cancel upload of (.+)", N_("Cancel upload of $1")),
    (r"Add: (.+)", N_("Add: $1")),
    (r"Select (\d+) matches", N_("Select $1 matches")),
    (r"day, (.+)", N_("day, $1")),
    (r"month, (.+)", N_("month, $1")),
    (r"year, (.+)", N_("year, $1")),
    (r"Press Enter to apply", N_("Press Enter to apply")),
    (r"Press Enter to submit form", N_("Press Enter to submit form")),
    (r"Press (.+)\+Enter to apply", N_("Press $1+Enter to apply")),
    (r"Press (.+)\+Enter to submit form", N_("Press $1+Enter to submit form")),
    (r"(\d+)\.?\d* ?MB per file(.*)", N_("$1 MB per file$2")),
    (r"File must be (.+) or smaller\.?", N_("The file must be $1 or smaller.")),
    (r"(.+) files are not allowed\.?", N_("$1 files are not allowed.")),
)


@cache
def script() -> str:
    """The script with all texts in it; Streamlit's own are English, so that there is nothing to do on an
    English page.
    """
    words = speak("da")
    texts = {
        "wanted": words.code,
        "texts": {text: words(text) for text in TEXTS},
        "patterns": [(pattern, words(text)) for pattern, text in PATTERNS],
    }
    return SCRIPT.read_text(encoding="utf-8").replace("__TEXTS__", json.dumps(texts, ensure_ascii=False), 1)
