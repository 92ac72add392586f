"""The register as a table: looked through by words, and a record opened by a click."""

from datetime import date

import pandas as pd
import streamlit as st

from language import Words
from pages import session
from pages.components.data_table import show_data_table
from pages.components.date_field import DAY_FORMATS
from pages.components.register_table import table_of


def search(words: Words) -> tuple[str, str | None]:
    """The words looked for, and the round where only its consultations are."""
    text = st.text_input(
        words("Search in titles, summaries and case numbers"),
        key="search",
        bind="query-params",
        icon=":material/search:",
    )
    only_round = st.toggle(words("Only the chosen round"), value=True, key="in_round", bind="query-params")
    return text, session.chosen_round().key if only_round else None


def span(register: pd.DataFrame) -> tuple[date, date]:
    """The first and the last day of all that is registered; today where no date is known."""
    days = register["end_on"].fillna(register["start_on"]).dropna()
    return (days.min().date(), days.max().date()) if len(days) else (date.today(), date.today())


def show_register(consultations: pd.DataFrame, words: Words) -> None:
    """The register as a table; clicking a row opens its record and puts it into the link."""
    key = _table_key()
    day = st.column_config.DateColumn(format=DAY_FORMATS[words.code])
    st.caption(words("Click a row to open it, or a heading to sort."))
    show_data_table(
        table_of(consultations, words),
        words("Consultations"),
        words,
        key=key,
        on_select=lambda: open_row(list(consultations["consultation"]), key),
        selection_mode=["single-row", "single-cell"],
        height=390 if len(consultations) > 10 else "content",
        placeholder="–",
        column_config={
            words("Started"): day,
            words("Ended"): day,
            words("Title"): st.column_config.TextColumn(width=320),
        },
        alt=words("The consultations found, one a row"),
    )


def _table_key() -> str:
    """Another table each time a record is left, by its button or by Back: in the one before, its row is still
    chosen, and a click on it would choose nothing.
    """
    opened = st.query_params.get("consultation", "")
    if st.session_state.get("register opened") and not opened:
        st.session_state["register turn"] = st.session_state.get("register turn", 0) + 1
    st.session_state["register opened"] = opened
    return f"register {st.session_state.get('register turn', 0)}"


def open_row(keys: list[str], table_key: str) -> None:
    """Put the clicked consultation into the link, or take it out when the click was undone."""
    selection = st.session_state[table_key]["selection"]
    rows = [*selection["rows"], *(row for row, _ in selection["cells"])]
    if rows:
        st.query_params["consultation"] = keys[rows[0]]
    else:
        close_record()


def close_record() -> None:
    """Take the opened consultation out of the link."""
    st.query_params.pop("consultation", None)
