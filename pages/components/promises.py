"""What a body said should change, and what became of the actions it owns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import streamlit as st

from data import queries
from data.database import Store
from data.models import Action
from evaluation.earlier_words import WITHHELD, EarlierWords, as_read_by
from evaluation.round_names import round_in_words
from evaluation.scales import ACTION_STATES
from language import Words
from pages import session
from pages.components.actions import ICONS
from pages.components.findings import confidential_badge, rating_words
from pages.components.headings import show_section


@dataclass(frozen=True)
class Promises:
    """What a body said should change in one round, and the actions it owns from it."""

    round: str
    actions: Sequence[Action]
    statements: Sequence[EarlierWords]


def show_promises(store: Store, body: str, name: str, words: Words) -> None:
    """What the body said should change, and the actions it owns, from the rounds up to the chosen one; all
    but the newest are folded.
    """
    show_section(words("What was promised"))
    promises = list(_promises(store, body, name))
    if not promises:
        st.text(words("Nothing is recorded as promised."))
        return
    newest, *older = promises
    _show_round(newest, words)
    if older:
        label = words.many("{count} earlier round", "{count} earlier rounds", len(older))
        with session.fold(label, "earlier", icon=":material/history:"):
            for each in older:
                _show_round(each, words)


def _promises(store: Store, body: str, name: str) -> Iterator[Promises]:
    """By round, the newest first; a round without any is left out."""
    lineage = queries.bodies.lineage(store, body)
    for each, _ in session.rounds_held()[::-1]:
        if each.period_from > session.chosen_round().period_from:
            continue
        statements = [
            as_read_by(body, assessment)
            for assessment in session.submitted_in(each)
            if assessment.body in lineage and (assessment.to_change or assessment.is_withheld)
        ]
        actions = [action for action in queries.actions.of_round(store, each.key) if action.owner == name]
        if statements or actions:
            yield Promises(each.key, actions, statements)


def _show_round(promises: Promises, words: Words) -> None:
    """The actions beside what the body said itself."""
    st.markdown(f"**{session.plain(round_in_words(promises.round, words))}**")
    left, right = st.columns(2, gap="large")
    with left.container(gap="xsmall"):
        st.caption(words("Actions it owns"))
        for action in promises.actions:
            st.markdown(_action(action, words))
        if not promises.actions:
            st.markdown("–")
    with right.container(gap="xsmall"):
        st.caption(words("What it would change"))
        for earlier in promises.statements:
            st.markdown(_promise(earlier, words))
        if not promises.statements:
            st.markdown("–")


def _action(action: Action, words: Words) -> str:
    outcome = action.outcome or words("no outcome is recorded yet")
    state = f"{words(ACTION_STATES[action.state])} · {outcome}"
    return f"{ICONS[action.state]} {session.plain(action.text)}  \n:small[{session.plain(state)}]"


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
