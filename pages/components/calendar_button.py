"""A calendar beside a day that is typed: what is picked fills the field, and is saved as what is typed is.

Days are typed first of all: by keyboard, by dictation, with a month's name. Streamlit's own field for days
would take the place of that, and its popover lets no keyboard in; so this is a button with a calendar of its
own.
"""

from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st

from data.ingest.dates import EARLIEST_YEAR, LATEST_YEAR
from language import Words
from pages.components.consultation_saving import field_key, save_field
from pages.components.labels import label
from workflow.cells import Cells

HERE = Path(__file__)
CALENDAR = st.components.v2.component(
    "calendar_button",
    html='<div class="calendar"></div>',
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


def show_calendar(key: str, column: str, stored: Cells, words: Words) -> None:
    """The button of one field of a consultation."""
    picker = f"pick {key} {column}"
    CALENDAR(
        key=picker,
        width=40,
        data={
            "name": words("Calendar: {field}", field=label(column, words)),
            "previous": words("Month before"),
            "next": words("Month after"),
            "language": words.code,
            "day": stored[column] or "",
            "earliest": f"{EARLIEST_YEAR}-01-01",
            "latest": f"{LATEST_YEAR}-12-31",
        },
        on_day_change=partial(_pick, key, column),
    )


def _pick(key: str, column: str) -> None:
    day = date.fromisoformat(st.session_state[f"pick {key} {column}"].day)
    st.session_state[field_key(key, column)] = f"{day:%d-%m-%Y}"
    save_field(key, column)
