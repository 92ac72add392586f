"""Meeting mode: one principle a screen, the reason before the step, nothing else in sight; by keyboard
alone if one likes.
"""

import streamlit as st

from data import queries
from evaluation.principles import PRINCIPLES
from evaluation.round_names import round_in_words
from materials.charts.chart import short_title
from pages import session
from pages.components.empty_states import lead_to_open_round
from pages.components.headings import show_section, show_title
from pages.components.may import may_write
from pages.components.presentation_mode import enlarge_type
from pages.editor.assessment_editor import Place
from pages.editor.meeting_answer import go, show_fields, show_more, show_outcome, turns
from pages.editor.meeting_context import show_before, show_own_facts
from pages.editor.meeting_end import LAST
from workflow.permission import Right

words, store = session.words(), session.store()
now = session.chosen_round() if session.rounds() else None
bodies = {body.key: body for body in queries.bodies.expected(store, now.key)} if now else {}
if now is None or now.status != "open" or not bodies:
    show_title(words("Meeting mode"))
    st.info(
        words("Meeting mode is for a round that is open and has committees or centres to ask."),
        icon=":material/info:",
    )
    if now:
        lead_to_open_round(words)
    st.page_link(
        "pages/records/assessments.py", label=words("Back to the assessments"), icon=":material/arrow_back:"
    )
    st.stop()
body = bodies[session.choice_in_link("body", list(bodies), next(iter(bodies)))]
if not may_write(Right.ANSWER, words, {body.key}):
    st.page_link(
        "pages/records/assessments.py", label=words("Back to the assessments"), icon=":material/arrow_back:"
    )
    st.stop()
place = Place(now.key, body.key, session.choice_in_link("principle", list(range(1, LAST + 1)), 1))
session.keep_in_link("body", place.body)
session.keep_in_link("principle", place.principle)
enlarge_type(f"{place} {turns()}")
finding = session.evaluation().principles[place.principle - 1]
st.caption(
    session.plain(
        words(
            "{body} · {round} · {number} of {last}",
            body=body.name,
            round=round_in_words(now.key, words),
            number=place.principle,
            last=LAST,
        )
    )
)
show_outcome(place, words)
show_title(session.plain(short_title(finding.title(words.code))))
show_section(words(PRINCIPLES[place.principle].question))
show_fields(place, body.level, words)
with st.container(horizontal=True):
    st.button(
        words("Save and go back"),
        icon=":material/arrow_back:",
        shortcut="Alt+B",
        disabled=place.principle == 1,
        on_click=go,
        args=(place, -1),
    )
    label = words("Save and go on") if place.principle < LAST else words("Save")
    st.button(
        label,
        type="primary",
        icon=":material/arrow_forward:",
        shortcut="Alt+N",
        on_click=go,
        args=(place, 1),
    )
    st.page_link("pages/records/assessments.py", label=words("Leave meeting mode"), icon=":material/close:")
left, right = st.columns([11, 9], gap="medium")
with left:
    show_more(place, body.level, words)
    show_own_facts(store, place, words)
with right:
    show_before(store, place, words)
