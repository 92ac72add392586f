"""A small table to read: words stand to the left, numbers to the right. Where it is wider than the window it
scrolls, and its first column stays.
"""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Self

import pandas as pd
import streamlit as st
from pandas.io.formats.style_render import CSSDict

from language import Words

BACKGROUND = "light-dark({}, {})".format(
    *(st.get_option(f"theme.{kind}.backgroundColor") for kind in ("light", "dark"))
)
FIRST_COLUMN: list[CSSDict] = [
    {
        "selector": ":is(th, td):first-child",
        "props": f"position: sticky; left: 0; z-index: 1; background-color: {BACKGROUND}",
    },
    {
        "selector": ':is(th, td):first-child [data-testid="stMarkdownContainer"]',
        "props": "width: max-content; max-width: min(20rem, 38vw)",
    },
]
"""It lies over what scrolls under it, so it has the page's background; on a phone it leaves room for the
others.
"""


class Figure(float):
    """A number in a table, with the words that it is shown in: in its language's format, and with its
    unit.
    """

    text: str

    def __new__(cls, value: float, text: str) -> Self:
        figure = super().__new__(cls, value)
        figure.text = text
        return figure


def count(rows: Iterable[object]) -> Figure:
    """How many of them hold."""
    number = sum(map(bool, rows))
    return Figure(number, str(number))


def share_of(part: int, total: int, words: Words) -> Figure:
    """``7 af 9``: a count and what it is out of."""
    return Figure(part, words.share_of(part, total))


def show_table(rows: Sequence[Mapping[str, object]], alt: str, *, header: bool = True) -> None:
    """Rows by their columns' names, read as Markdown where they hold words; an unknown figure (None) is a
    dash.

    Streamlit sets a column of numbers to the right, and shows in it what a Styler makes of them.
    """
    frame = pd.DataFrame(rows, dtype=object)
    figures = [name for name in frame if any(isinstance(cell, Figure) for cell in frame[name])]
    styled_frame = frame.style.format(na_rep="–").format(attrgetter("text"), subset=figures, na_rep="–")
    styled_frame.set_table_styles(FIRST_COLUMN)
    st.table(styled_frame, border="horizontal", hide_index=True, hide_header=not header, alt=alt)
