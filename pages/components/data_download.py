"""A table as a file that a Danish Excel opens rightly by double click, in which nothing is calculated."""

import pandas as pd
import streamlit as st

from data.ingest.cells import with_guard
from language import Words
from materials.filenames import file_name


def offer_csv(table: pd.DataFrame, name: str, words: Words) -> None:
    """A button for the rows of a table; Streamlit's own download is off, since it would let formulas out."""
    st.download_button(
        words("Table as CSV"),
        lambda: csv_of(table),
        file_name(name, kind="csv"),
        "text/csv",
        key=f"csv {name}",
        on_click="ignore",
        icon=":material/table:",
    )


def csv_of(table: pd.DataFrame) -> bytes:
    """The rows in UTF-8 with a mark, semicolons between cells and decimal commas; what a spreadsheet would
    calculate has a quotation mark before it.
    """
    guarded = table.rename(columns=_guarded).map(_guarded)
    return ("\ufeff" + str(guarded.to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n"))).encode()


def _guarded(cell: object) -> object:
    return with_guard(cell) if isinstance(cell, str) else cell
