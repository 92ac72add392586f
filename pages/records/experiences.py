"""What participants answered, typed in as counts: the third voice beside committees and centres."""

import streamlit as st

from data import queries
from pages import session
from pages.components.empty_states import require_rounds, say_no_consultations, say_nothing_fits
from pages.components.experience_surveys import (
    consultations_of_round,
    show_answers,
    show_who_was_asked,
)
from pages.components.headings import show_title
from pages.components.questionnaire import show_questionnaire

words, store = session.words(), session.store()
require_rounds(words("Experiences"), words)
show_title(words("Experiences"))
st.caption(
    words(
        "What participants themselves experienced: how many gave each answer, and nothing about who they are."
        " It stands beside what committees and centres say, and never enters a verdict."
    )
)
register = queries.consultations.register(store)
titles = dict(zip(register["consultation"], register["title"], strict=True))
consultations = consultations_of_round()
keys = [each.key for each in consultations]
linked = st.query_params.get("consultation", "")
if linked in titles and linked not in keys:
    keys.append(linked)
if not keys:
    if titles:
        say_nothing_fits(is_filtered=False, words=words)
    else:
        say_no_consultations(words)
    show_questionnaire("", words)
    st.stop()
consultation = session.choose(
    "consultation", keys, keys[0], label=words("Consultation"), in_words=lambda key: titles[key]
)
if consultation not in [each.key for each in consultations]:
    st.info(words("The chosen round does not count this consultation."), icon=":material/info:")
elif session.chosen_round().status == "closed":
    st.info(
        words("The round is closed and keeps its result. What is typed in now does not change it."),
        icon=":material/lock:",
    )
show_answers(consultation, words)
show_questionnaire(titles[consultation], words)
show_who_was_asked(consultations, words)
