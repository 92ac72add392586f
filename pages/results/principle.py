"""One principle in depth: both levels, words, facts, evidence, contradiction and conclusion."""

import streamlit as st

from evaluation import fact_words
from evaluation.principles import PRINCIPLES
from evaluation.summary import summarise_principle
from materials.charts.answers import principle_answers
from materials.charts.chart import short_title
from pages import session
from pages.components.actions import show_actions
from pages.components.answer_rows import show_answers
from pages.components.charts import show_menu
from pages.components.closing import show_closing
from pages.components.conclusion import show_conclusion, show_conclusion_history
from pages.components.empty_states import require_rounds
from pages.components.experiences import show_voices
from pages.components.filters import Filters, choose_filters
from pages.components.findings import (
    choose_principle,
    link_rule,
    round_names,
    verdict_badge,
    warn_of_contradiction,
)
from pages.components.headings import show_section, show_title
from pages.components.neighbours import show_neighbours
from pages.components.one_answer import show_one_answer
from pages.components.principle_facts import show_principle_facts
from pages.components.principle_meaning import show_meaning
from pages.components.submitted_words import show_words
from pages.components.summary import show_summary

words, store = session.words(), session.store()
require_rounds(words("Principle"), words)
left, right = st.columns(2, vertical_alignment="bottom")
with left:
    finding = choose_principle(session.evaluation().principles, words)
with right:
    show_neighbours(str(finding.principle), words)
show_title(session.plain(short_title(finding.title(words.code))))
st.caption(words(PRINCIPLES[finding.principle].question))
with st.container(horizontal=True, vertical_alignment="top", gap="large"):
    st.markdown(verdict_badge(finding, words), width="content")
    link_rule(finding, words)
show_one_answer(store, finding, words)
sentences = summarise_principle(finding)
show_conclusion(str(finding.principle), sentences, words, finding.verdict.proposed)
show_closing(words, str(finding.principle))
show_section(words("What it rests on"))
show_summary([each for each in sentences if each.sentence != fact_words.contradiction_words(finding)], words)
warn_of_contradiction(finding, words)
left, right = st.columns([3, 4], gap="medium")
with left:
    show_answers(finding, words)
    show_menu(
        session.cached_chart(
            f"answers {finding.principle}",
            lambda: principle_answers(
                session.evaluation().principles[finding.principle - 1],
                session.answers(),
                session.scope(),
                words,
            ),
        ),
        words,
    )
    show_meaning(store, finding.principle, words)
with right:
    show_voices(session.evaluation(), finding, words)
filters = choose_filters(session.chosen_round().period_from, session.chosen_round().period_to, words)
if filters != Filters():
    st.caption(
        words(
            "Level, centre and committee limit the words below, and all filters but the level limit the"
            " facts. The verdict always rests on every answer of the round."
        )
    )
left, right = st.columns(2, gap="large")
with left:
    show_words(store, finding, filters, words)
with right:
    show_principle_facts(store, finding.principle, filters, words)
    show_actions(finding, round_names(session.evaluation(), words), words)
    show_conclusion_history(str(finding.principle), words)
