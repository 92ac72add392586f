"""What was decided, who owns it, by when, and what became of it: carried from round to round."""

import streamlit as st

from data import queries
from evaluation.checklist import carried
from evaluation.round_names import round_in_sentence
from evaluation.scales import ROWS
from pages import session
from pages.components.action_card import show_action, show_new_action
from pages.components.action_counts import show_counts
from pages.components.empty_states import require_rounds
from pages.components.headings import show_section, show_title

words, store = session.words(), session.store()
require_rounds(words("Follow-up"), words)
show_title(words("Follow-up"))
now = session.chosen_round()
earlier, own = carried(store, now.key), queries.actions.of_round(store, now.key)
owners = sorted({action.owner for action in [*earlier, *own] if action.owner})
left, right = st.columns(2)
with left:
    owner = session.choose(
        "owner", ["", *owners], "", label=words("Owner"), in_words=lambda name: name or words("All")
    )
with right:
    row = session.choose(
        "row",
        ["", *ROWS],
        "",
        label=words("Principle"),
        in_words=lambda row: words(ROWS[row], number=row).capitalize() if row else words("All"),
    )
earlier, own = (
    [
        action
        for action in actions
        if (not owner or action.owner == owner) and (not row or action.principle == row)
    ]
    for actions in (earlier, own)
)
names = list(queries.bodies.names(store).values())
if earlier or own:
    show_counts([*earlier, *own], words)
if earlier:
    show_section(words("Carried from earlier rounds"))
    st.caption(words("Each of them needs an outcome before this round can close."))
    for action in earlier:
        show_action(action, names, words, carried_over=True)
show_section(session.plain(words("Decided after {round}", round=round_in_sentence(now.key, words))))
if not own:
    st.markdown(words("Nothing yet."))
for action in own:
    show_action(action, names, words, carried_over=False)
show_new_action(now.key, names, words)
