"""What one body said of a principle: where a square in the picture of answers leads."""

import streamlit as st

from data.database import Store
from evaluation.findings import PrincipleFinding
from language import Words
from materials.charts.legend import answer_entry
from pages import session
from pages.components.findings import show_assessment
from pages.components.submitted_words import consultation_titles

ANSWER = "answer"
"""The body's key in the link. It is not kept for other pages: who comes by the menu sees everybody."""


def show_one_answer(store: Store, finding: PrincipleFinding, words: Words) -> None:
    """The words of the body that the link names, or that it has none; nothing where it names nobody who was
    asked.
    """
    body = st.query_params.get(ANSWER)
    answer = next(
        (each for each in session.answers() if (each.body, each.principle) == (body, finding.principle)), None
    )
    if answer is None:
        return
    assessment = next(
        (each for each in session.submitted_assessments(finding.principle) if each.body == body), None
    )
    if assessment:
        show_assessment(assessment, consultation_titles(store), words)
    else:
        st.info(f"{session.plain(answer.name)}: {answer_entry(answer, words).label}", icon=":material/info:")
    st.button(
        words("Show all answers again"),
        key="all answers",
        type="tertiary",
        icon=":material/close:",
        on_click=_show_all,
    )


def _show_all() -> None:
    st.query_params.pop(ANSWER, None)
