"""What the chosen round's consultations lack, worked out once for all visitors until any record changes; and
what has become known since one began to fill in.
"""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from data import queries
from data.models import Round
from data.queries.indicator_counts import IndicatorRow, indicator_rows
from data.queries.selection import of_round
from evaluation.gaps import Known, known_by_indicator
from evaluation.principles import INDICATORS
from language import Words
from pages import session
from pages.components.consultation_facts import counting_round
from pages.components.field_at_hand import field_in_link, focus_field


def rows_of_round(chosen_round: Round) -> list[IndicatorRow]:
    """What every indicator says of every consultation of a round, as the evaluation counts them."""
    return _rows_of_round(*session.version(), chosen_round)


def show_progress(chosen_round: Round, words: Words) -> None:
    """Of how many consultations each fact is known now, where that is not what it was when one began."""
    now = known_by_indicator(rows_of_round(chosen_round))
    before: Mapping[str, Known] = st.session_state.setdefault(f"known before {chosen_round.key}", now)
    lines = [
        words(
            "“{fact}”: n {before} → {now} of {total}",
            fact=words(INDICATORS[name].label),
            before=before[name].known,
            now=known.known,
            total=known.total,
        )
        for name, known in now.items()
        if known != before[name]
    ]
    if lines:
        heading = words("Known since you began to fill in:")
        st.success(
            "  \n".join(session.plain(line) for line in (heading, *lines)), icon=":material/trending_up:"
        )


def show_field_at_hand(record: pd.Series, words: Words) -> None:
    """Over the fields of a consultation: what has become known, and the way back to what is missing."""
    now = counting_round(record)
    if now and field_in_link():
        show_progress(now, words)
        st.page_link(
            "pages/records/gaps.py", label=words("Back to missing facts"), icon=":material/arrow_back:"
        )


def focus_field_in_link(consultation: str) -> None:
    """Under the fields: the cursor goes into the one that the address names."""
    if column := field_in_link():
        focus_field(consultation, column)


@st.cache_resource(show_spinner=False, max_entries=8)
def _rows_of_round(opening: int, version: int, chosen_round: Round) -> list[IndicatorRow]:
    norms = queries.norms.in_force(session.store(), chosen_round.opening_day)
    selection = of_round(session.store(), chosen_round)
    return indicator_rows(session.store(), selection, list(INDICATORS), norms=norms)
