"""A table to sort, search and choose in, with its rows as a file that a Danish Excel opens rightly by double
click and in which nothing is calculated.

Streamlit's own file of a table lets formulas out as they are, with commas and without a name: it is switched
off for all tables (``client.disableDataExport`` in ``.streamlit/config.toml``).
"""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from language import Words
from materials.filenames import file_name
from materials.table_csv import table_csv
from materials.table_excel import table_excel
from pages.components.download import download_button

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_data_table(table: pd.DataFrame, name: str, words: Words, *, key: str, **look: Any) -> Any:
    """Draw the table (``look`` as ``st.dataframe`` takes it) and a button for its file, which bears the name;
    returns what is chosen in the table. Its first column stays where the others scroll.
    """
    first = table.columns[0]
    columns = look.pop("column_config", {})
    look["column_config"] = columns | {first: {**columns.get(first, {}), "pinned": True}}
    event = st.dataframe(table, hide_index=True, key=key, **look)
    show_csv_button(lambda: table, name, words, key=key)
    return event


def show_csv_button(table: Callable[[], pd.DataFrame], name: str, words: Words, *, key: str) -> None:
    """A button for a table's file, which bears the name; the table is made when it is asked for."""
    download_button(
        words("Table as CSV"),
        lambda: table_csv(table()),
        file_name(name, kind="csv"),
        "text/csv",
        key=f"csv {key}",
        icon=":material/table:",
    )


def show_excel_button(table: pd.DataFrame, name: str, words: Words, *, key: str, title: str) -> None:
    """A button for the table as an Excel sheet, made when it is asked for; the file bears the name."""
    download_button(
        words("Table as Excel"),
        lambda: table_excel(table, title, words.code),
        file_name(name, kind="xlsx"),
        XLSX,
        key=f"xlsx {key}",
        icon=":material/table:",
    )
