"""A fact through time, or side by side by centre, committee, method or scale."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from data import queries
from data.database import Store
from data.models import Round
from data.queries.selection import Selection, with_consultations
from evaluation.findings import Measurement
from evaluation.indicators import measure_by
from evaluation.principles import INDICATORS
from evaluation.scales import SCALES
from language import N_, Words
from materials.charts.chart import Scope
from materials.charts.facts import facts_apart
from materials.charts.through_time import QUARTER, YEAR, Period, is_by_year, through_time
from pages import session
from pages.components.charts import show_chart
from pages.components.empty_states import say_no_consultations
from pages.components.filters import OF_CONSULTATIONS, choose_filters

GROUPED = {
    YEAR: N_("By year"),
    QUARTER: N_("By quarter"),
    "centre": N_("By centre"),
    "committee": N_("By committee"),
    "method": N_("By method"),
    "scale": N_("By planned scale"),
}


def choose_fact(store: Store, number: int, whole: Selection, words: Words) -> tuple[str, str]:
    """Which of the principle's facts to follow, and by what: where nothing is chosen, by quarter, or by year
    where most quarters hold few.
    """
    of_principle = [name for name, indicator in INDICATORS.items() if indicator.principle == number]
    left, right = st.columns(2)
    with left:
        fact = session.choose(
            "fact",
            of_principle,
            of_principle[0],
            label=words("Fact"),
            in_words=lambda name: words(INDICATORS[name].label),
        )
    with right:
        grouping = session.choose(
            "by",
            list(GROUPED),
            YEAR if is_by_year(_series(store, fact, whole)) else QUARTER,
            label=words("Side by side"),
            in_words=lambda key: words(GROUPED[key]),
        )
    return fact, grouping


def _series(store: Store, fact: str, whole: Selection) -> list[Period]:
    """The fact in each quarter."""
    groups = measure_by(store, QUARTER, whole, session.norms())
    return [(_day(key), measurements[fact]) for key, _, measurements in groups if key is not None]


def show_fact_trend(store: Store, rounds: Sequence[Round], number: int, words: Words) -> None:
    """One fact by quarter, centre, committee, method or scale, over the periods of all rounds that hold a
    consultation.
    """
    keys_with_consultations = with_consultations(store)
    rounds = [each for each in rounds if each.key in keys_with_consultations]
    if not rounds:
        say_no_consultations(words)
        return
    first, last = min(each.period_from for each in rounds), max(each.period_to for each in rounds)
    whole = Selection(first, last, as_of=session.chosen_round().opening_day)
    fact, grouping = choose_fact(store, number, whole, words)
    filters = choose_filters(first, last, words, only=OF_CONSULTATIONS)
    groups = measure_by(store, grouping, filters.narrow(whole), session.norms())
    measurement_by_key = {
        key: measurements[fact]
        for key, _, measurements in groups
        if measurements[fact].known + measurements[fact].unknown
    }
    if not measurement_by_key:
        st.info(
            words("No consultation fits. Remove a filter, or choose another round."),
            icon=":material/search_off:",
        )
        return
    scope = session.scope_of_all_rounds(rounds[0].key, rounds[-1].key, filters=filters.in_words(words))
    if grouping in (YEAR, QUARTER):
        _show_through_time(measurement_by_key, scope, words, period=grouping)
    else:
        show_chart(facts_apart(_named(store, measurement_by_key, grouping, words), scope, words), words)
    st.caption(
        words(
            "The norms in force in the chosen round are used throughout. A consultation with several methods"
            " stands under each."
        )
    )


def _show_through_time(
    measurement_by_key: Mapping[pd.Timestamp | date, Measurement], scope: Scope, words: Words, *, period: str
) -> None:
    """Its chart; where quarters hold too few, that is said."""
    series = [(_day(key), each) for key, each in measurement_by_key.items()]
    show_chart(through_time(series, scope, words, period=period), words)
    if period == QUARTER and is_by_year(series):
        st.caption(
            words(
                "Most quarters hold fewer than five consultations, so that a single one decides much."
                " Years say more."
            )
        )


def _day(key: pd.Timestamp | date) -> date:
    return key.date() if isinstance(key, pd.Timestamp) else key


def _named(
    store: Store, measurement_by_key: dict[str, Measurement], grouping: str, words: Words
) -> dict[str, Measurement]:
    """The keys in words, in the organisation's order or that of the scale."""
    names = (
        {key: words(label) for key, label in SCALES.items()}
        if grouping == "scale"
        else queries.bodies.names(store)
    )
    keys = [key for key in names if key in measurement_by_key] + [
        key for key in measurement_by_key if key not in names
    ]
    return {names.get(key, key): measurement_by_key[key] for key in keys}
