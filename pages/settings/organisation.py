"""Committees and centres: those there are, a new one, a new name, an end, a merger and a split."""

from datetime import date

import streamlit as st

from data import queries
from pages import session
from pages.components.body_forms import PLACE, show_adding, show_changing, show_merging, show_splitting
from pages.components.body_list_form import show_list
from pages.components.body_table import show_bodies
from pages.components.headings import show_title
from pages.components.import_state import upload
from pages.components.may import may_write
from pages.components.outcome_messages import show_messages
from workflow.permission import Right

words = session.words()
show_title(words("Organisation"))
st.caption(
    words(
        "A committee or centre is asked in a round if it exists on the day the round opens. They are"
        " never ranked."
    )
)
bodies = queries.bodies.with_predecessors(session.store())
existing = {
    body.key: body.name for body, _ in bodies if body.active_to is None or body.active_to >= date.today()
}
show_messages(PLACE)
if upload():
    st.page_link("pages/records/imports.py", label=words("Back to the file"), icon=":material/arrow_back:")
if may_write(Right.SET_UP, words):
    adding, pasting, changing, merging, splitting = session.tabs(
        "do",
        {
            "add": words("Add"),
            "list": words("Add a list"),
            "change": words("Rename or end"),
            "merge": words("Merge"),
            "split": words("Split"),
        },
        default="list" if st.session_state.get("list text") else "",
    )
    with adding:
        show_adding(words)
    with pasting:
        show_list(PLACE, words)
    if bodies:
        with changing:
            show_changing([body for body, _ in bodies], words)
        with merging:
            show_merging(existing, words)
        with splitting:
            show_splitting(existing, words)
show_bodies(bodies, words)
