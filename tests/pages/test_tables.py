"""What a table shows in its cells, as it goes to the browser."""

import re
from pathlib import Path

import pyarrow as pa
import streamlit as st
from streamlit.testing.v1 import AppTest

from evaluation.lacking_words import FIELDS, GROUP_FIELDS
from materials.round_tables.consultations import GROUP_COLUMNS
from pages.components.consultation_groups import QUESTIONS
from pages.components.labels import LABELS
from tests.support.waiting import LIMIT

ROOT = Path(__file__).parents[2]


def draw() -> None:
    """One table as a page: words, a figure that is known for one row, and one known for none."""
    from pages.components.tables import Figure, show_table

    figures = {"Hours": Figure(1234.5, "1.234,5 timer"), "Cost": None}
    show_table(
        [{"Kind": "*Large*", **figures}, {"Kind": "Small", "Hours": None, "Cost": None}], "Hours and cost"
    )


def test_figures_are_numbers_shown_in_their_words_and_what_is_unknown_is_a_dash() -> None:
    """A column in which nothing at all is known says so with dashes too."""
    screen = AppTest.from_function(draw, default_timeout=LIMIT).run()
    assert not screen.exception
    table = screen.table[0]
    assert table.value["Hours"].tolist()[0] == 1234.5
    texts = pa.ipc.open_stream(table.proto.arrow_data.styler.display_values).read_all().to_pydict()
    assert texts == {"Kind": ["*Large*", "Small"], "Hours": ["1.234,5 timer", "–"], "Cost": ["–", "–"]}


def test_every_large_table_is_drawn_in_one_place_and_streamlit_s_own_file_is_off() -> None:
    """There its file is guarded; a table drawn elsewhere would have none."""
    sources = (ROOT / "dashboard.py", *(ROOT / "pages").rglob("*.py"))
    places = [
        path.name
        for path in sources
        if "server" not in path.parts  # it draws nothing, and writes files
        and re.search(r"\.(dataframe|data_editor|write)\(", path.read_text(encoding="utf-8"))
    ]
    assert places == ["data_table.py"]
    assert st.get_option("client.disableDataExport") is True


def test_the_fields_of_a_group_have_one_name_each() -> None:
    """In history and search, in the tables of a round, under the record and among what is missing."""
    titles = {column.name: column.title for column in GROUP_COLUMNS}
    for name in GROUP_FIELDS:
        assert {LABELS[name], titles[name], QUESTIONS[name]} == {FIELDS[name]}
