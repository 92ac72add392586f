"""What the chosen round says, reckoned once for all visitors until any record changes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

from data import queries
from data.confidential import Readership
from data.models import Answer, Assessment, Round
from evaluation.findings import Evaluation
from evaluation.round_names import round_in_words
from evaluation.snapshot import RoundSnapshot, assessments_of, round_snapshot
from language import N_
from materials.charts.chart import Chart, Scope
from materials.filenames import round_in_file_name
from pages.session.language import words
from pages.session.person import readership
from pages.session.register import _rounds, is_demonstration, store, version
from pages.session.round_choice import chosen_round


def snapshot() -> RoundSnapshot:
    """What the materials of the chosen round read: frozen where it is, else reckoned anew when any record
    has changed.
    """
    return snapshot_in(chosen_round())


def snapshot_in(chosen_round: Round) -> RoundSnapshot:
    """What the materials of any round read, the same for all visitors: without confidential words."""
    return _snapshot(*version(), chosen_round)


def submitted_in(chosen_round: Round) -> list[Assessment]:
    """The submitted assessments of a round, as the one at the screen may read them, in the organisation's
    order.
    """
    assessments = _assessments(*version(), chosen_round, readership())
    return [each for each in assessments if each.status == "submitted"]


def evaluation() -> Evaluation:
    """The evaluation of the chosen round."""
    return snapshot().evaluation


def rounds_held() -> list[tuple[Round, Evaluation]]:
    """Every round that was opened or answered with its evaluation, oldest first."""
    return _rounds_held(*version())


def answers() -> tuple[Answer, ...]:
    """What every expected body answered, or did not, in the chosen round."""
    return snapshot().answers


def body_names() -> dict[str, str]:
    """Every body's name by key, as the chosen round knows it."""
    return {**queries.bodies.names(store()), **snapshot().body_names}


def norms() -> Mapping[str, float]:
    """The norms in force in the chosen round."""
    return snapshot().norms


def submitted_assessments(principle: int) -> list[Assessment]:
    """The submitted assessments of a principle in the chosen round."""
    return [each for each in submitted_in(chosen_round()) if each.principle == principle]


def cached_chart(key: str, draw: Callable[[], Chart]) -> Chart:
    """A chart of the chosen round, made once for all visitors until any record changes. ``key`` tells it from
    the others.

    ``draw`` must read what it draws itself: what was read before the version could be older than what it is
    kept for.
    """
    return _cached_chart(*version(), words().code, f"{chosen_round().key} {key}", _draw=draw)


def scope(*, principle: str | None = None, filters: str | None = None) -> Scope:
    """What a chart on this page speaks of: round, how it stands and date of the data; ``principle`` and
    ``filters`` where given.
    """
    now, data_on = (
        chosen_round(),
        snapshot().closed_on or queries.history.last_changed_on(store()) or date.today(),
    )
    return Scope(
        round_in_words(now.key, words()),
        data_on,
        snapshot().state,
        is_demonstration(),
        round_in_file_name=round_in_file_name(now.key, words()),
        principle=principle,
        filters=filters,
        body_names=body_names(),
    )


def scope_of_all_rounds(
    first: str, last: str, *, principle: str | None = None, filters: str | None = None
) -> Scope:
    """What a chart of all rounds speaks of, from one round to another."""
    spoken = words()
    span = spoken(
        N_("{first} to {last}"), first=round_in_words(first, spoken), last=round_in_words(last, spoken)
    )
    span = round_in_words(first, spoken) if first == last else span
    return replace(scope(principle=principle, filters=filters), round=span, round_in_file_name="")


@st.cache_resource(show_spinner=False, max_entries=64)
def _snapshot(opening: int, version: int, chosen_round: Round) -> RoundSnapshot:
    return round_snapshot(store(), chosen_round)


@st.cache_resource(show_spinner=False, max_entries=64)
def _assessments(
    opening: int, version: int, chosen_round: Round, readership: Readership
) -> tuple[Assessment, ...]:
    return assessments_of(store(), chosen_round, readership)


@st.cache_resource(show_spinner=False, max_entries=4)
def _rounds_held(opening: int, version: int) -> list[tuple[Round, Evaluation]]:
    pairs = ((each, _snapshot(opening, version, each).evaluation) for each in _rounds(opening, version)[::-1])
    return [
        (each, evaluation)
        for each, evaluation in pairs
        if each.status != "planned" or any(finding.all.answered for finding in evaluation.principles)
    ]


@st.cache_resource(show_spinner=False, max_entries=256)
def _cached_chart(opening: int, version: int, language: str, key: str, _draw: Callable[[], Chart]) -> Chart:
    return _draw()
