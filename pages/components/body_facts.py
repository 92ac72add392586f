"""A body's facts beside those of the whole municipality, and the consultations behind them."""

from collections.abc import Sequence

import streamlit as st

from data.database import Store
from data.queries.selection import Selection, of_round, own_consultations, selected
from evaluation.confidence_words import not_recorded_words, waiting_words
from evaluation.consultation_experience import answers_min
from evaluation.evaluate import experiences
from evaluation.fact_words import result_words
from evaluation.findings import Measurement
from evaluation.indicators import measure_all
from evaluation.principles import INDICATORS, PRINCIPLES
from evaluation.round_names import round_in_short
from evaluation.units import limit_words, value_words
from language import N_, Words
from materials.charts.chart import numbered
from pages import session
from pages.components.empty_states import say_nothing_fits
from pages.components.experiences import show_experiences
from pages.components.filters import Filters, choose_filters
from pages.components.findings import link_consultation
from pages.components.headings import show_section
from pages.components.minutes_text import show_minutes_text
from pages.components.tables import Figure, share_of, show_table

LAST_ROUNDS = 3
FIGURES = (N_("Known"), N_("Whole municipality"))


def compared(
    rounds: Sequence[tuple[str, Selection]], whole: Selection, words: Words
) -> list[dict[str, str | Figure | None]]:
    """The body's own facts by principle, in its last rounds (each with its name, the chosen one last), beside
    those of the whole municipality, and the norms; empty without a consultation in the chosen round.
    """
    store, norms = session.store(), session.norms()
    own = [(name, *measure_all(store, selection, norms)) for name, selection in rounds]
    _, of_all = measure_all(store, whole, norms)
    if not own[-1][1]:
        return []
    rows: list[dict[str, str | Figure | None]] = []
    for number in (*PRINCIPLES, None):
        rows.append(_heading(number, [name for name, _, _ in own], words))
        for name in (key for key, each in INDICATORS.items() if each.principle == number):
            series = [(label, measurements[name]) for label, _, measurements in own]
            rows.append(_row(series, of_all[name], words))
    return rows


def _heading(number: int | None, names: Sequence[str], words: Words) -> dict[str, str | Figure | None]:
    """A row that names the principle of those below it."""
    findings = {each.principle: each for each in session.evaluation().principles}
    title = numbered(findings[number], words) if number else words("Proportionality")
    columns = [*names, *map(words, FIGURES)]
    return {
        words("Fact"): f"**{session.plain(title)}**",
        **{name: Figure(0, "") for name in columns},
        words("Norm"): "",
    }


def _row(
    series: Sequence[tuple[str, Measurement]], everyone: Measurement, words: Words
) -> dict[str, str | Figure | None]:
    (_, latest), indicator = series[-1], INDICATORS[series[-1][1].indicator]
    norm = limit_words(latest.norm, indicator, latest.unit)
    known, whole = map(words, FIGURES)
    return {
        words("Fact"): words(indicator.label),
        **{name: _figure(measurement, words) for name, measurement in series},
        known: share_of(latest.known, latest.known + latest.unknown, words),
        whole: _figure(everyone, words),
        words("Norm"): " · ".join([*([words.say(norm)] if norm else []), _result(latest, words)]),
    }


def _result(measurement: Measurement, words: Words) -> str:
    """Whether the norm is met, what still waits, and which centres never record it."""
    result = words.say(result_words(measurement))
    remarks = (waiting_words(measurement), not_recorded_words(measurement, session.body_names()))
    return " · ".join([result, *(session.plain(words.say(remark)) for remark in remarks if remark)])


def _figure(measurement: Measurement, words: Words) -> Figure | None:
    return (
        None if measurement.value is None else Figure(measurement.value, words.say(value_words(measurement)))
    )


def show_body_facts(store: Store, body: str, words: Words) -> None:
    """The body's facts of the chosen round and the consultations behind them, as far as the filters of the
    page let through; beside these its minutes text, which knows no filter.
    """
    now = session.chosen_round()
    filters = choose_filters(now.period_from, now.period_to, words, only=("method", "scale", "period"))
    own = filters.narrow(own_consultations(store, now, body))
    whole = filters.narrow(of_round(store, now))
    if rows := compared(_last_rounds(store, body, filters, words), whole, words):
        show_section(words("Its facts beside the whole municipality's"))
        st.caption(words("Its last rounds from left to right, all held against the norms of the chosen one."))
        show_table(rows, words("Its facts beside the whole municipality's"))
    _show_participants(store, own, whole, words)
    left, right = st.columns(2)
    with left:
        _show_consultations(store, own, words, is_filtered=filters != Filters())
    with right:
        show_minutes_text(body, words)


def _show_consultations(store: Store, own: Selection, words: Words, *, is_filtered: bool) -> None:
    """Links to the body's own consultations, folded away."""
    consultations = selected(store, own)
    if not consultations:
        say_nothing_fits(is_filtered=is_filtered, words=words)
        return
    label = words.many(
        "{count} consultation that explains it", "{count} consultations that explain it", len(consultations)
    )
    with session.fold(label, "explains", icon=":material/groups:"):
        for each in consultations:
            link_consultation(each.key, each.title)


def _last_rounds(store: Store, body: str, filters: Filters, words: Words) -> list[tuple[str, Selection]]:
    """The chosen round and those before it, the oldest first, each with its name and the body's own
    consultations in it. A part of a period is a part of the chosen round alone.
    """
    now = session.chosen_round()
    rounds = [each for each in session.rounds() if each.period_from <= now.period_from]
    latest = sorted(rounds, key=lambda each: each.period_from)[-LAST_ROUNDS:]
    return [
        (_column(each.key, words), filters.narrow(own_consultations(store, each, body)))
        for each in ([now] if filters.period else latest)
    ]


def _column(round_key: str, words: Words) -> str:
    """A round's short name, whose years are not parted at the end of a line."""
    return " ".join(round_in_short(round_key, words)).replace("–", "–\N{WORD JOINER}")


def _show_participants(store: Store, own: Selection, whole: Selection, words: Words) -> None:
    """What the participants of its own consultations answered, beside the whole municipality's."""
    norms = {"experience_min": answers_min(session.norms())}
    experiences_here = experiences(store, own, norms)
    if not experiences_here:
        st.caption(words("No participant in its consultations was asked."))
        return
    label = words("What participants in its consultations answered")
    with session.fold(label, "participants", icon=":material/record_voice_over:"):
        consultations = max(each.consultations for each in experiences_here.values())
        st.caption(
            words.many(
                "In {count} consultation. The answers enter no verdict.",
                "In up to {count} consultations. The answers enter no verdict.",
                consultations,
            )
        )
        show_experiences(experiences_here, words, label, beside=experiences(store, whole, norms))
