"""What a body said should change, and what became of the actions it owns."""

import streamlit as st

from data import queries
from data.database import Store
from evaluation.earlier_words import WITHHELD, EarlierWords, as_read_by
from evaluation.round_names import round_in_words
from evaluation.scales import ACTION_STATES
from language import Words
from pages import session
from pages.components.actions import ICONS
from pages.components.findings import confidential_badge, rating_words
from pages.components.headings import show_section


def show_promises(store: Store, body: str, name: str, words: Words) -> None:
    """What the body said should change, and the actions it owns, from the rounds up to the chosen one."""
    show_section(words("What was promised"))
    lineage, has_any = queries.bodies.lineage(store, body), False
    for each, _ in [
        round_held
        for round_held in session.rounds_held()
        if round_held[0].period_from <= session.chosen_round().period_from
    ][::-1]:
        statements = [
            as_read_by(body, assessment)
            for assessment in session.assessments_in(each)
            if assessment.body in lineage and (assessment.to_change or assessment.is_withheld)
        ]
        actions = [action for action in queries.actions.of_round(store, each.key) if action.owner == name]
        if not statements and not actions:
            continue
        has_any = True
        st.markdown(f"**{session.plain(round_in_words(each.key, words))}**")
        for action in actions:
            state = (
                f"{words(ACTION_STATES[action.state])} ·"
                f" {action.outcome or words('no outcome is recorded yet')}"
            )
            st.markdown(
                f"{ICONS[action.state]} {session.plain(action.text)}  \n:small[{session.plain(state)}]"
            )
        for earlier in statements:
            st.markdown(_promise(earlier, words))
    if not has_any:
        st.text(words("Nothing is recorded as promised."))


def _promise(earlier: EarlierWords, words: Words) -> str:
    """What was to change, under its principle and step; confidential words bear their mark, or are
    withheld.
    """
    assessment = earlier.assessment
    heading = f"{words('Principle')} {assessment.principle} · {rating_words(assessment, words)}"
    text = words(WITHHELD) if earlier.withheld else assessment.to_change
    if assessment.confidential and not earlier.withheld:
        session.note_confidential_read(assessment.round, assessment.body)
    return f":small[{session.plain(heading)}]  \n{confidential_badge(assessment, words)}{session.plain(text)}"
