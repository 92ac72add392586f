"""One centre or committee: how it stands, which way it moves, which consultations explain it, what was
promised.
"""

import streamlit as st

from data import queries
from data.database import Store
from evaluation.scales import BODY_LEVELS
from language import Words
from pages import session
from pages.components.body_answers import show_own_rounds
from pages.components.body_facts import show_body_facts
from pages.components.closing import show_errata
from pages.components.empty_states import ask_for_bodies, require_rounds
from pages.components.headings import show_title
from pages.components.promises import show_promises


def choose_body(store: Store, words: Words) -> str:
    """The key of the body that the link names, or of the one picked here."""
    by_level = queries.bodies.keys_by_level(store)
    levels = {body: level for level in ("centre", "committee") for body in by_level[level]}
    names = queries.bodies.names(store)
    bodies_asked = {answer.body for answer in session.answers()}
    body_keys = sorted(levels, key=lambda body: body not in bodies_asked)
    return session.choose(
        "body",
        body_keys,
        body_keys[0],
        label=words("Centre or committee"),
        in_words=lambda key: f"{names[key]} ({words(BODY_LEVELS[levels[key]]).lower()})",
    )


words, store = session.words(), session.store()
require_rounds(words("One committee or centre"), words)
if not queries.bodies.names(store):
    show_title(words("One committee or centre"))
    ask_for_bodies(words)
    st.stop()
body = choose_body(store, words)
name = queries.bodies.names(store)[body]
show_title(session.plain(name))
st.caption(
    words("Only its own answers and consultations. The address of this page can be kept as a bookmark.")
)
show_errata(session.chosen_round().key, words, body=body)
show_own_rounds(store, body, name, words)
show_body_facts(store, body, words)
show_promises(store, body, name, words)
