"""The way from one row of the evaluation to the one before and the one after: five principles, then
proportionality.
"""

import streamlit as st

from evaluation.principles import PRINCIPLES
from evaluation.scales import ROWS
from language import Words

ORDER = tuple(ROWS)


def show_neighbours(row: str, words: Words) -> None:
    """Links to the row before and the row after; ``row`` is a principle (``1`` … ``5``) or
    ``proportionality``.
    """
    place = ORDER.index(row)
    with st.container(horizontal=True):
        if place:
            label = words("Previous: {row}", row=_name(ORDER[place - 1], words))
            _link(ORDER[place - 1], label, ":material/arrow_back:")
        if place + 1 < len(ORDER):
            label = words("Next: {row}", row=_name(ORDER[place + 1], words))
            _link(ORDER[place + 1], label, ":material/arrow_forward:")


def _name(row: str, words: Words) -> str:
    return words(ROWS[row], number=row)


def _link(row: str, label: str, icon: str) -> None:
    if row.isdigit() and int(row) in PRINCIPLES:
        st.page_link("pages/results/principle.py", label=label, icon=icon, query_params={"principle": row})
    else:
        st.page_link("pages/results/proportionality.py", label=label, icon=icon)
