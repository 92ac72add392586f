"""The records' side of a principle: each fact against its norm, and the consultations behind it."""

from collections.abc import Mapping

import streamlit as st

from data.database import Store
from data.queries.indicator_counts import indicator_rows
from data.queries.selection import of_round
from evaluation.confidence_words import not_recorded_words, waiting_words
from evaluation.findings import Measurement
from evaluation.indicators import behind, measure_all
from evaluation.principles import INDICATORS
from language import Words
from materials.charts.chart import short_title
from materials.charts.facts import facts
from pages import session
from pages.components.charts import show_chart
from pages.components.empty_states import say_nothing_fits
from pages.components.filters import Filters
from pages.components.findings import (
    link_consultation,
)
from pages.components.headings import show_section


def show_principle_facts(store: Store, number: int, filters: Filters, words: Words) -> None:
    """The records' side: each indicator against its norm, the consultations behind it, and what it counts."""
    now, norms = session.chosen_round(), session.norms()
    selection = filters.narrow(of_round(store, now))
    whole = session.evaluation()
    count, indicators = whole.consultations, whole.principles[number - 1].indicators
    if filters != Filters():
        count, measurements = measure_all(store, selection, norms)
        indicators = tuple(
            measurement for name, measurement in measurements.items() if INDICATORS[name].principle == number
        )
    show_section(words("What the records show"))
    if not count:
        say_nothing_fits(is_filtered=filters != Filters(), words=words)
        return
    short = short_title(whole.principles[number - 1].title(words.code))
    show_chart(
        facts(indicators, session.scope(principle=short, filters=filters.in_words(words)), words), words
    )
    rows = indicator_rows(store, selection, [each.indicator for each in indicators], norms=norms)
    label = words("How each fact is counted, and the consultations behind it")
    with session.fold(label, "counted", icon=":material/calculate:"):
        for measurement in indicators:
            indicator = INDICATORS[measurement.indicator]
            st.markdown(f"**{words(indicator.label)}** – {words(indicator.question)}")
            st.caption(
                f"{words(indicator.numerator)} {words(indicator.denominator)} {words(indicator.unknown)}"
            )
            for line in _remarks(measurement, words):
                st.caption(session.plain(line))
            show_behind(behind(rows, measurement, has_met=False), words)


def _remarks(measurement: Measurement, words: Words) -> list[str]:
    """How many still wait, and which centres record nothing of it."""
    sentences = (waiting_words(measurement), not_recorded_words(measurement, session.body_names()))
    return [words.say(sentence) for sentence in sentences if sentence]


def show_behind(missing: Mapping[str, str], words: Words) -> None:
    """Links to the consultations that miss a norm, folded away."""
    if missing:
        label = words.many("{count} consultation misses it", "{count} consultations miss it", len(missing))
        with st.popover(label, icon=":material/groups:"):
            for key, title in missing.items():
                link_consultation(key, title)
