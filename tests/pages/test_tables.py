"""What a table shows in its cells, as it goes to the browser."""

import pyarrow as pa
from streamlit.testing.v1 import AppTest


def draw() -> None:
    """One table as a page: words, a figure that is known for one row, and one known for none."""
    from pages.components.tables import Figure, show_table

    figures = {"Hours": Figure(1234.5, "1.234,5 timer"), "Cost": None}
    show_table(
        [{"Kind": "*Large*", **figures}, {"Kind": "Small", "Hours": None, "Cost": None}], "Hours and cost"
    )


def test_figures_are_numbers_shown_in_their_words_and_what_is_unknown_is_a_dash() -> None:
    """A column in which nothing at all is known says so with dashes too."""
    screen = AppTest.from_function(draw).run()
    assert not screen.exception
    table = screen.table[0]
    assert table.value["Hours"].tolist()[0] == 1234.5
    shown = pa.ipc.open_stream(table.proto.arrow_data.styler.display_values).read_all().to_pydict()
    assert shown == {"Kind": ["*Large*", "Small"], "Hours": ["1.234,5 timer", "–"], "Cost": ["–", "–"]}
