"""Consultations that ended after their round had closed: both rounds say where they belong."""

from collections.abc import Sequence

import streamlit as st

from data.models import Round
from data.queries import round_days
from data.queries.round_days import RoundDays
from data.queries.selection import SelectedConsultation, of_days
from evaluation.round_names import round_in_sentence
from language import Words
from pages import session
from pages.components.findings import link_consultation

Consultations = Sequence[SelectedConsultation]


def show_carried(words: Words) -> None:
    """What ended after the chosen round's closing, by the round it belongs to, and what rounds before left to
    it; nothing where there is none of it.
    """
    chosen_round = session.chosen_round()
    for days, consultations in _after_closings(*session.version(), chosen_round):
        if days.source == chosen_round.key:
            line = left_words(consultations, days.round, words)
        else:
            line = carried_words(consultations, days.source, words)
        _show(line, consultations, words)


def left_words(consultations: Consultations, receiver: str | None, words: Words) -> str:
    """How many ended after the closing, and which round they belong to (its key), or that they wait for
    one.
    """
    if receiver is None:
        return words.many(
            "{count} consultation ended after the closing and waits for a round.",
            "{count} consultations ended after the closing and wait for a round.",
            len(consultations),
        )
    return words.many(
        "{count} consultation ended after the closing and belongs to {round}.",
        "{count} consultations ended after the closing and belong to {round}.",
        len(consultations),
        round=round_in_sentence(receiver, words),
    )


def carried_words(consultations: Consultations, source: str, words: Words) -> str:
    """How many came along from a round before (its key), and why."""
    return words.many(
        "{count} consultation came along from {round}, because it ended after its closing.",
        "{count} consultations came along from {round}, because they ended after its closing.",
        len(consultations),
        round=round_in_sentence(source, words),
    )


def _show(line: str, consultations: Consultations, words: Words) -> None:
    """The line, and the consultations behind it in a menu."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f":material/event_upcoming: {session.plain(line)}", width="content")
        with st.popover(words("Which"), type="tertiary"):
            for each in consultations:
                link_consultation(each.key, each.title)


@st.cache_resource(show_spinner=False, max_entries=64)
def _after_closings(
    opening: int, version: int, chosen_round: Round
) -> list[tuple[RoundDays, list[SelectedConsultation]]]:
    """The days that changed hands and have any consultation, with them."""
    store = session.store()
    changed = [
        *round_days.handed_on(store, chosen_round),
        *round_days.carried_over(store, chosen_round),
    ]
    return [(days, consultations) for days in changed if (consultations := of_days(store, days))]
