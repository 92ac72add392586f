"""Consultations that ended after their round had closed: both rounds say where they belong."""

from collections.abc import Sequence

import streamlit as st

from data.models import Round
from data.queries.selection import SelectedConsultation, carried_over, following_round, left_over
from evaluation.round_names import round_in_sentence
from language import Words
from pages import session
from pages.components.findings import link_consultation


def show_carried(words: Words) -> None:
    """What ended after the chosen round's closing, and what the round before left to it; nothing where there
    is none of it.
    """
    now = session.chosen_round()
    rounds_in_order = session.rounds()[::-1]
    left, carried = _after_closings(*session.version(), now)
    if left:
        _show(left_words(left, following_round(rounds_in_order, now), words), left, words)
    if carried:
        before = [each for each in rounds_in_order if following_round(rounds_in_order, each) == now]
        _show(carried_words(carried, before[-1], words), carried, words)


def left_words(consultations: Sequence[SelectedConsultation], next_round: Round | None, words: Words) -> str:
    """How many ended after the closing, and which round they belong to, or that they wait for one."""
    if next_round is None:
        return words.many(
            "{count} consultation ended after the closing and waits for a round.",
            "{count} consultations ended after the closing and wait for a round.",
            len(consultations),
        )
    return words.many(
        "{count} consultation ended after the closing and belongs to {round}.",
        "{count} consultations ended after the closing and belong to {round}.",
        len(consultations),
        round=round_in_sentence(next_round.key, words),
    )


def carried_words(consultations: Sequence[SelectedConsultation], before: Round, words: Words) -> str:
    """How many came along from the round before, and why."""
    return words.many(
        "{count} consultation came along from {round}, because it ended after its closing.",
        "{count} consultations came along from {round}, because they ended after its closing.",
        len(consultations),
        round=round_in_sentence(before.key, words),
    )


def _show(line: str, consultations: Sequence[SelectedConsultation], words: Words) -> None:
    """The line, and the consultations behind it in a menu."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f":material/event_upcoming: {session.plain(line)}", width="content")
        with st.popover(words("Which"), type="tertiary"):
            for each in consultations:
                link_consultation(each.key, each.title)


@st.cache_resource(show_spinner=False, max_entries=64)
def _after_closings(
    path: str, version: int, chosen_round: Round
) -> tuple[list[SelectedConsultation], list[SelectedConsultation]]:
    store = session.store()
    return left_over(store, chosen_round), carried_over(store, chosen_round)
