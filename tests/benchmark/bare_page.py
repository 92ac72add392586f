"""The peers of the overview: bare Streamlit pages with as many charts and nothing else.

``BARE_FIGURES`` names a file with the overview's own figures as JSON; without it the charts are plain bars.
``BARE_MENU`` puts a menu of as many pages beside them, as Streamlit makes it.
"""

import json
import os
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import streamlit as st

CHARTS, TRACES = 4, 12
GROUPS = (6, 4, 4, 1)


@st.cache_resource
def figures() -> list[go.Figure]:
    """The figures to draw, made once."""
    given = os.environ.get("BARE_FIGURES")
    if given:
        return [go.Figure(figure) for figure in json.loads(Path(given).read_text(encoding="utf-8"))]
    bars = [go.Bar(y=list(range(10)), x=[(trace + row) % 5 + 1 for row in range(10)], orientation="h") for trace in range(TRACES)]
    return [go.Figure(bars) for _ in range(CHARTS)]


def draw() -> None:
    """All charts under one another."""
    st.title("Bare")
    for number, figure in enumerate(figures()):
        st.plotly_chart(figure, theme=None, key=f"chart {number}")


def menu() -> dict[str, list[Any]]:
    """As many groups and pages as the dashboard's menu has; each page draws the charts."""
    return {
        f"Group {group}": [
            st.Page(draw, title=f"Page {page}", icon=":material/flag:", url_path=f"{group}-{page}") for page in range(pages)
        ]
        for group, pages in enumerate(GROUPS)
    }


if __name__ == "__main__":
    st.navigation(menu()).run() if os.environ.get("BARE_MENU") else draw()
