"""The peers of the overview: bare Streamlit pages with as many charts and nothing else.

``BARE_FIGURES`` names a file with the overview's own figures as JSON; without it the charts are plain bars.
``BARE_MENU`` lists how many pages each group of a menu beside them has; without it there is none.
"""

import json
import os
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import streamlit as st

CHARTS, TRACES = 4, 12


@st.cache_resource
def figures() -> list[go.Figure]:
    """The figures to draw, made once."""
    path = os.environ.get("BARE_FIGURES")
    if path:
        return [go.Figure(figure) for figure in json.loads(Path(path).read_text(encoding="utf-8"))]
    bars = [
        go.Bar(y=list(range(10)), x=[(trace + row) % 5 + 1 for row in range(10)], orientation="h")
        for trace in range(TRACES)
    ]
    return [go.Figure(bars) for _ in range(CHARTS)]


def draw() -> None:
    """All charts under one another."""
    st.title("Bare")
    for number, figure in enumerate(figures()):
        st.plotly_chart(figure, theme=None, key=f"chart {number}")


def menu(groups: list[int]) -> dict[str, list[Any]]:
    """A menu as Streamlit makes it; each page draws the charts."""
    return {
        f"Group {group}": [
            st.Page(draw, title=f"Page {page}", icon=":material/flag:", url_path=f"{group}-{page}")
            for page in range(pages)
        ]
        for group, pages in enumerate(groups)
    }


if __name__ == "__main__":
    groups = json.loads(os.environ.get("BARE_MENU", "[]"))
    st.navigation(menu(groups)).run() if groups else draw()
