"""What was decided, who owns it, by when, and what became of it: carried from round to round, in one list."""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from data import queries
from data.models import Action
from evaluation.checklist import carried
from evaluation.overdue import by_urgency, is_overdue
from evaluation.scales import ROWS
from language import N_
from pages import session
from pages.components.action_card import row_name, show_action, show_new_action
from pages.components.action_counts import show_counts, show_progress
from pages.components.empty_states import require_rounds
from pages.components.headings import show_title

today = date.today()
SHOWN: Mapping[str, tuple[str, Callable[[Action], bool]]] = {
    "": (N_("All"), lambda action: True),
    "overdue": (N_("Overdue"), lambda action: is_overdue(action, today)),
    "without": (N_("Without outcome"), lambda action: not action.outcome),
    "with": (N_("With outcome"), lambda action: bool(action.outcome)),
}

words, store = session.words(), session.store()
require_rounds(words("Follow-up"), words)
show_title(words("Follow-up"))
now = session.chosen_round()
earlier = carried(store, now.key)
everything = by_urgency([*earlier, *queries.actions.of_round(store, now.key)], today)
owners = sorted({action.owner for action in everything if action.owner})
columns = st.columns(3)
with columns[0]:
    shown = session.choose(
        "follow", list(SHOWN), "", label=words("Show"), in_words=lambda key: words(SHOWN[key][0])
    )
with columns[1]:
    owner = session.choose(
        "owner", ["", *owners], "", label=words("Owner"), in_words=lambda name: name or words("All")
    )
with columns[2]:
    row = session.choose(
        "row",
        ["", *ROWS],
        "",
        label=words("Principle"),
        in_words=lambda row: row_name(row, words) if row else words("All"),
    )
actions = [
    action
    for action in everything
    if SHOWN[shown][1](action) and owner in ("", action.owner) and row in ("", action.principle)
]
if actions:
    show_progress(actions, words)
elif everything:
    st.info(words("No action fits. Choose “All” above."), icon=":material/search_off:")
else:
    st.info(
        words("Nothing is decided yet. Decide what should follow from this round below."),
        icon=":material/checklist:",
    )
if any(not action.outcome for action in earlier):
    st.caption(words("Those decided after earlier rounds need an outcome before this round can close."))
names = list(queries.bodies.names(store).values())
with st.container(gap="xsmall"):
    for action in actions:
        show_action(action, names, words)
if actions:
    show_counts(actions, words)
show_new_action(now.key, names, words)
