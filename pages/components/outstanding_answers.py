"""What is missing in a round: the answers of some, or those of everybody."""

from collections.abc import Sequence

import streamlit as st

from data.models import Answer
from language import Words
from materials.charts.facts import facts
from pages import session
from pages.components.charts import show_chart
from pages.components.empty_states import ask_for_bodies, lead_to_open_round
from pages.components.headings import show_section


def show_missing(words: Words) -> None:
    """Who has not answered, in words, with the way to the form."""
    answers = session.answers()
    missing = [answer for answer in answers if answer.status != "submitted"]
    show_section(
        words("What is missing") if session.chosen_round().status != "closed" else words("What was missing")
    )
    if not answers:
        ask_for_bodies(words)
    elif not missing:
        st.success(
            words("Every committee and centre has answered about all five principles."),
            icon=":material/task_alt:",
        )
    else:
        st.markdown(session.plain(_missing_in_words(answers, words)))
        st.page_link(
            "pages/records/assessments.py",
            label=words("See who is missing what"),
            icon=":material/arrow_forward:",
        )


def _missing_in_words(answers: Sequence[Answer], words: Words) -> str:
    """How many answers are missing, how many of them are begun, and by whom."""
    missing = [answer for answer in answers if answer.status != "submitted"]
    drafts = sum(answer.status == "draft" for answer in missing)
    names = list(dict.fromkeys(answer.name for answer in missing))
    text = words.many(
        "{count} answer of {total} is missing",
        "{count} answers of {total} are missing",
        len(missing),
        total=len(answers),
    )
    text += (
        words.many(", {count} of them is a draft", ", {count} of them are drafts", drafts) if drafts else ""
    )
    if len(names) == len({answer.body for answer in answers}):
        everybody = words.many(
            "It is missing from {count} committee or centre.",
            "They are missing from all {count} committees and centres.",
            len(names),
        )
        return f"{text}. {everybody}"
    return f"{text}: {words.listed(names)}."


def show_nothing_yet(words: Words) -> None:
    """A round in which nobody has answered: no verdicts and no empty charts, but the one thing to do next,
    and what is recorded.
    """
    now = session.chosen_round()
    if not session.answers():
        ask_for_bodies(words)
    elif now.status == "planned":
        st.info(words("The round has not opened yet. Open it under Rounds."), icon=":material/event:")
        st.page_link("pages/settings/rounds.py", label=words("Rounds"), icon=":material/arrow_forward:")
    else:
        st.info(words("Nobody has answered in this round yet."), icon=":material/edit_note:")
        st.page_link(
            "pages/records/assessments.py",
            label=words("See who is missing what"),
            icon=":material/arrow_forward:",
        )
    lead_to_open_round(words)
    measurements = [
        measurement
        for finding in session.evaluation().principles
        for measurement in finding.indicators
        if measurement.value is not None
    ]
    if measurements:
        show_section(words("What the records show so far"))
        show_chart(facts(measurements, session.scope(), words, name="facts_known"), words)
