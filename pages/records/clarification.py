"""The clarification of one consultation before it starts, by its link: guided by the five principles. Without
one in the link: a new one.
"""

from datetime import date

import streamlit as st

from data import queries
from evaluation.clarification import plan_facts
from pages import session
from pages.components.clarification import (
    show_agreement,
    show_beginning,
    show_page,
    show_questions,
    show_state,
)
from pages.components.empty_states import say_no_such_consultation
from pages.components.headings import show_title
from pages.components.may import may_change
from workflow.clarification import stored_fields

words = session.words()
st.page_link("pages/records/consultations.py", label=words("All consultations"), icon=":material/arrow_back:")
key = st.query_params.get("consultation", "")
plan, stored = queries.clarifications.plan(session.store(), key), stored_fields(session.store(), key)
if plan is None or stored is None:
    show_title(words("Clarification before it starts"))
    if key:
        say_no_such_consultation(words)
    show_beginning(words)
    st.stop()
show_title(session.plain(words("Clarification: {title}", title=plan.title)))
st.page_link(
    "pages/records/consultation.py",
    label=words("The consultation's own page"),
    icon=":material/groups:",
    query_params={"consultation": key},
)
if stored["removed_at"]:
    st.warning(
        words("The consultation is removed. Put it back on its own page, and go on here."),
        icon=":material/delete:",
    )
    st.stop()
facts = plan_facts(session.store(), plan, date.today())
show_state(facts, stored, words)
if may_change(key, words):
    show_questions(key, facts, stored, words)
    show_agreement(key, facts, stored, words)
show_page(key, facts, words)
