"""What came of a consultation's plan, and the way to its clarification."""

from datetime import date

import streamlit as st

from data import queries
from evaluation.plan_and_actual import Value, compare
from language import Sentence, Words
from pages import session
from pages.components.tables import show_table


def link_clarification(key: str, words: Words) -> None:
    """The way from a consultation to its clarification."""
    st.page_link(
        "pages/records/clarification.py",
        label=words("Clarification under the five principles"),
        icon=":material/checklist:",
        query_params={"consultation": key},
    )


def show_plan_and_actual(key: str, words: Words) -> None:
    """The plan beside what came of it, where any plan is known; and the way to the clarification."""
    outcome = queries.clarifications.plan_and_actual(session.store(), key)
    rows = [
        {
            words("Plan and outcome"): words(each.what),
            words("Planned"): session.plain(_text(each.planned, words)),
            words("Actual"): session.plain(_text(each.actual, words)),
            words("Difference"): session.plain(_text(each.difference, words)),
        }
        for each in compare(outcome)
    ]
    if rows:
        show_table(rows, words("Plan and outcome"))
        text = (
            words("The plan as it was agreed on {day}.", day=outcome.agreed_on)
            if outcome.agreed_on
            else words("The plan as it is written. It was not agreed as a clarification.")
        )
        st.caption(session.plain(text))
    link_clarification(key, words)


def _text(value: Value, words: Words) -> str:
    """A value as a person reads it; a dash where it is not known."""
    match value:
        case None:
            return "–"
        case ():
            return words("None")
        case date():
            return words.date(value, "short")
        case Sentence():
            return words.say(value)
    return words("{names}", names=value)
