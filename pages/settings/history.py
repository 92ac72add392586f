"""What was changed and what was done, by whom: searched, and with personal data taken out on request."""

import streamlit as st

from language import N_
from pages import session
from pages.components.headings import show_title
from pages.components.history_changes import show_changes
from pages.components.history_events import show_events
from pages.components.history_removal import show_retention

VIEWS = {
    "changes": N_("Changes in records"),
    "events": N_("Events"),
    "personal": N_("Personal data, and how long things are kept"),
}
words = session.words()
show_title(words("History"))
st.caption(
    words(
        "Who changed which record, and what else was done: sign-ins, refusals, downloads, reads of closed"
        " words. Nothing here can be edited, but personal data can be taken out."
    )
)
view = session.choose(
    "history", list(VIEWS), "changes", label=words("Show"), in_words=lambda key: words(VIEWS[key])
)
match view:
    case "changes":
        show_changes(words)
    case "events":
        show_events(words)
    case _:
        show_retention(words)
