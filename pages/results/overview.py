"""How does each principle stand in this round, and what is missing before it can close?"""

import streamlit as st

from evaluation.summary import summarise_round
from materials.charts.answers import overview_answers
from pages import session
from pages.components.answer_rows import show_rows
from pages.components.carried_consultations import show_carried
from pages.components.charts import show_menu
from pages.components.closing import show_closing
from pages.components.empty_states import require_rounds
from pages.components.first_steps import is_new_register, show_first_steps
from pages.components.headings import show_title
from pages.components.next_step import show_next_step
from pages.components.outstanding_answers import show_missing, show_nothing_yet
from pages.components.overview_heading import show_heading
from pages.components.overview_pictures import show_pictures
from pages.components.proportionality_row import proportionality_row
from pages.components.round_documents import link_documents
from pages.components.summary import show_summary

words = session.words()
if is_new_register():
    show_first_steps(words)
    st.stop()
require_rounds(words("How were the five principles followed?"), words)
evaluation = session.evaluation()
if not any(finding.all.answered for finding in evaluation.principles):
    show_title(words("How were the five principles followed?"))
    show_closing(words)
    show_carried(words)
    show_nothing_yet(words)
    st.stop()
show_heading(evaluation, words)
show_next_step(words)
show_rows(proportionality_row, words)
show_menu(
    session.cached_chart(
        "answers",
        lambda: overview_answers(session.evaluation(), session.answers(), session.scope(), words),
    ),
    words,
)
link_documents(session.chosen_round().key, words)
show_closing(words)
show_carried(words)
show_missing(words)
with session.fold(words("The round in sentences"), "summary", icon=":material/notes:"):
    show_summary(summarise_round(evaluation), words)
show_pictures(words)
