"""A body's facts beside those of the whole municipality, and the consultations behind them."""

import streamlit as st

from data.database import Store
from data.queries.selection import Selection, of_round, own_consultations, selected
from evaluation.confidence_words import not_recorded_words, waits_too_much
from evaluation.evaluate import experiences
from evaluation.findings import Measurement
from evaluation.indicators import measure_all
from evaluation.principles import INDICATORS
from evaluation.units import limit_words, value_words
from language import Words
from pages import session
from pages.components.empty_states import say_nothing_fits
from pages.components.experiences import answers_min, show_experiences
from pages.components.filters import Filters, choose_filters
from pages.components.findings import link_consultation
from pages.components.headings import show_section
from pages.components.tables import Figure, share_of, show_table


def compared(
    store: Store, own: Selection, whole: Selection, words: Words
) -> list[dict[str, str | Figure | None]]:
    """The body's own facts beside those of the whole municipality, and the norms; empty without a
    consultation.
    """
    norms = session.norms()
    (number, of_body), (_, of_all) = (
        measure_all(store, own, norms),
        measure_all(store, whole, norms),
    )
    if not number:
        return []
    rows: list[dict[str, str | Figure | None]] = []
    for name, measurement in of_body.items():
        everyone, norm = of_all[name], limit_words(measurement.norm, INDICATORS[name], measurement.unit)
        rows.append(
            {
                words("Fact"): words(INDICATORS[name].label),
                words("Here"): _figure(measurement, words),
                words("Known"): share_of(measurement.known, measurement.known + measurement.unknown, words),
                words("Waiting"): Figure(measurement.waiting or 0, words.number(measurement.waiting or 0)),
                words("Whole municipality"): _figure(everyone, words),
                words("Norm"): words.say(norm) if norm else "–",
                words("Result"): _result(measurement, words),
            }
        )
    return rows


def _result(measurement: Measurement, words: Words) -> str:
    """Whether the norm is met; why not, where it is not judged or a centre never records it."""
    if waits_too_much(measurement):
        return words("not judged: more wait than are known")
    result = {True: words("norm met"), False: words("norm not met"), None: "–"}[measurement.met]
    silence = not_recorded_words(measurement, session.body_names())
    return f"{result} · {session.plain(words.say(silence))}" if silence else result


def _figure(measurement: Measurement, words: Words) -> Figure | None:
    return (
        None if measurement.value is None else Figure(measurement.value, words.say(value_words(measurement)))
    )


def show_body_facts(store: Store, body: str, words: Words) -> None:
    """The body's facts of the chosen round and the consultations behind them, as far as the filters of the
    page let through.
    """
    now = session.chosen_round()
    filters = choose_filters(now.period_from, now.period_to, words, only=("method", "scale", "period"))
    own = filters.narrow(own_consultations(store, now, body))
    whole = filters.narrow(of_round(store, now))
    if rows := compared(store, own, whole, words):
        show_section(words("Its facts beside the whole municipality's"))
        show_table(rows, words("Its facts beside the whole municipality's"))
    _show_participants(store, own, whole, words)
    consultations = selected(store, own)
    show_section(words("Consultations that explain it"))
    if not consultations:
        say_nothing_fits(is_filtered=filters != Filters(), words=words)
        return
    with st.expander(
        words.many("{count} consultation", "{count} consultations", len(consultations)),
        icon=":material/groups:",
    ):
        for each in consultations:
            link_consultation(each.key, each.title)


def _show_participants(store: Store, own: Selection, whole: Selection, words: Words) -> None:
    """What the participants of its own consultations answered, beside the whole municipality's."""
    norms = {"experience_min": answers_min()}
    show_section(words("What participants in its consultations answered"))
    experiences_here = experiences(store, own, norms)
    if not experiences_here:
        st.text(words("No participant in its consultations was asked."))
        return
    consultations = max(each.consultations for each in experiences_here.values())
    st.caption(
        words.many(
            "In {count} consultation. The answers enter no verdict.",
            "In up to {count} consultations. The answers enter no verdict.",
            consultations,
        )
    )
    show_experiences(
        experiences_here,
        words,
        words("What participants in its consultations answered"),
        beside=experiences(store, whole, norms),
    )
