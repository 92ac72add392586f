"""Who has answered what, and a form to write an assessment."""

from datetime import date

import streamlit as st

from data import queries
from evaluation.collection import collect
from evaluation.principles import PRINCIPLES
from evaluation.round_names import round_in_sentence
from materials.charts.bodies import bodies
from pages import session
from pages.components.assessment_choice import choose_place, say_why_closed, show_last_time
from pages.components.charts import show_chart
from pages.components.collection import show_collection
from pages.components.empty_states import ask_for_bodies, require_rounds
from pages.components.findings import show_assessment
from pages.components.headings import show_title
from pages.components.history import show_history
from pages.components.may import may_write
from pages.components.reminders import show_reminders
from pages.editor.assessment_editor import Place
from pages.editor.assessment_form import show_form
from workflow.permission import Right

words, store = session.words(), session.store()
require_rounds(words("Assessments"), words)
now = session.chosen_round()
show_title(words("Assessments"))
answers = session.answers()
cells = collect(store, now, session.norms(), date.today())
titles = {finding.principle: finding.title(words.code) for finding in session.evaluation().principles}
submitted_count = sum(answer.status == "submitted" for answer in answers)
draft_count = sum(cell.state == "draft" for cell in cells)
st.markdown(
    session.plain(
        words(
            "{submitted} of {total} answers are submitted in {round}",
            submitted=submitted_count,
            total=len(answers),
            round=round_in_sentence(now.key, words),
        )
        + (words.many(", {count} is a draft.", ", {count} are drafts.", draft_count) if draft_count else ".")
    )
)
if not answers:
    ask_for_bodies(words)
    st.stop()
show_collection(cells, now, words)
show_reminders(now, words)
body, principle = choose_place(store, now, titles, words)
st.caption(words(PRINCIPLES[principle].question))
assessment = queries.assessments.of_body(store, now.key, body, principle, readership=session.readership())
show_last_time(store, body, principle, words)
may_answer = now.status == "open" and may_write(Right.ANSWER, words, {body})
if may_answer:
    st.page_link(
        "pages/records/meeting.py",
        label=words("Meeting mode: one principle a screen"),
        icon=":material/co_present:",
        query_params={"body": body, "principle": str(principle)},
    )
    level = next(answer.level for answer in answers if answer.body == body)
    show_form(Place(now.key, body, principle), level, words)
else:
    say_why_closed(now, words)
    if assessment:
        register = queries.consultations.register(store)
        show_assessment(
            assessment, dict(zip(register["consultation"], register["title"], strict=True)), words
        )
    elif now.status != "planned":
        st.markdown(words("Nothing was answered here."))
if assessment:
    show_history("assessments", assessment.assessment, words)
if (fold := session.fold(words("The answers side by side"), "answers", icon=":material/grid_on:")).open:
    with fold:
        chart = session.cached_chart(
            "bodies", lambda: bodies(session.answers(), titles, session.scope(), words)
        )
        show_chart(chart, words)
