"""A calendar beside a day that is typed: what is picked fills the field, and is saved as what is typed is."""

from datetime import date

import streamlit as st

from data.ingest.dates import EARLIEST_YEAR, LATEST_YEAR
from language import Words
from pages.components.consultation_saving import field_key, save_field
from pages.components.date_field import DAY_FORMATS
from pages.components.labels import label
from workflow.cells import Cells

EARLIEST, LATEST = date(EARLIEST_YEAR, 1, 1), date(LATEST_YEAR, 12, 31)


def show_calendar(key: str, column: str, stored: Cells, words: Words) -> None:
    """The button of one field of a consultation."""
    picker, day = f"pick {key} {column}", stored[column]
    if st.session_state.get(picker) != (stored_day := date.fromisoformat(day) if day else None):
        st.session_state[picker] = stored_day
    name = words("Pick: {field}", field=label(column, words))
    with st.popover("", icon=":material/calendar_month:", help=name, type="tertiary"):
        st.date_input(
            name,
            min_value=EARLIEST,
            max_value=LATEST,
            format=DAY_FORMATS[words.code],
            key=picker,
            on_change=_pick,
            args=(key, column),
        )


def _pick(key: str, column: str) -> None:
    day = st.session_state[f"pick {key} {column}"]
    st.session_state[field_key(key, column)] = f"{day:%d-%m-%Y}" if day else ""
    save_field(key, column)
