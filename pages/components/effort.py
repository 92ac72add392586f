"""Effort against need: the picture, the consultations outside their band, hours and cost."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from data.database import Store
from data.queries.effort import Effort, effort_by
from data.queries.indicator_counts import indicator_rows
from data.queries.selection import Selection, of_round
from evaluation.findings import Measurement
from evaluation.indicators import behind
from evaluation.principles import INDICATORS
from evaluation.scales import SCALES
from language import N_, Words
from materials.charts.effort import effort
from materials.charts.facts import facts
from pages import session
from pages.components.charts import show_chart
from pages.components.filters import Filters
from pages.components.findings import link_consultation
from pages.components.headings import show_section
from pages.components.tables import Figure, share_of, show_table

GROUPED = {"scale": N_("By planned scale"), "method": N_("By method")}


def effort_rows(efforts: Sequence[Effort], words: Words) -> list[dict[str, str | Figure | None]]:
    """Hours and cost apart; None where nothing is known."""

    def figure(value: float | None) -> Figure | None:
        return None if value is None else Figure(value, words.number(value, 0))

    return [
        {
            words("Kind"): session.plain(words(SCALES[each.kind]) if each.kind in SCALES else each.kind),
            words("Both hours known"): share_of(each.hours_known, each.consultations, words),
            words("Planned hours in all"): figure(each.hours_planned),
            words("Spent hours in all"): figure(each.hours_spent),
            words("Took more than planned"): (
                share_of(each.over_plan, each.hours_known, words) if each.hours_known else None
            ),
            words("Cost known"): share_of(each.cost_known, each.consultations, words),
            words("External cost in all (DKK)"): figure(each.cost_dkk),
        }
        for each in efforts
    ]


def show_effort(
    store: Store,
    effort_table: pd.DataFrame,
    measurements: Mapping[str, Measurement],
    filters: Filters,
    words: Words,
) -> None:
    """The picture, the consultations outside their band, the facts, and hours and cost apart."""
    now, norms = session.chosen_round(), session.norms()
    selection = filters.narrow(of_round(store, now))
    scope = session.scope(filters=filters.in_words(words))
    show_chart(effort(effort_table, norms, scope, words), words)
    _link_outside(store, selection, measurements["scale_fit"], words)
    show_chart(
        facts(
            tuple(each for name, each in measurements.items() if INDICATORS[name].principle is None),
            scope,
            words,
            name="effort_facts",
        ),
        words,
    )
    _show_hours_and_cost(store, selection, words)


def _link_outside(store: Store, selection: Selection, fit: Measurement, words: Words) -> None:
    """The consultations outside their band, one click away."""
    rows = indicator_rows(store, selection, ["scale_fit"], norms=session.norms())
    if outside := behind(rows, fit, has_met=False):
        label = words.many(
            "{count} consultation outside its band",
            "{count} consultations outside their band",
            len(outside),
        )
        with session.fold(label, "outside", icon=":material/groups:"):
            for key, title in outside.items():
                link_consultation(key, title)


def _show_hours_and_cost(store: Store, selection: Selection, words: Words) -> None:
    """A table by planned scale, and one by method."""
    show_section(words("Hours and cost"))
    st.caption(
        words(
            "Hours are summed over the consultations of which both planned and spent ones are known, so that"
            " the two can be compared. A consultation with several methods stands under each of them."
        )
    )
    tabs = session.tabs("hours", {grouping: words(label) for grouping, label in GROUPED.items()})
    for tab, grouping in zip(tabs, GROUPED, strict=True):
        with tab:
            apart = sorted(
                effort_by(store, grouping, selection),
                key=lambda each: list(SCALES).index(each.kind) if each.kind in SCALES else 0,
            )
            if apart:
                show_table(effort_rows(apart, words), words(GROUPED[grouping]))
            else:
                st.text(words("Nothing is recorded to lay side by side."))
