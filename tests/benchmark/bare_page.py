"""The peers of the overview: bare Streamlit pages with as many charts and nothing else.

``BARE_FIGURES`` names a file with the overview's own figures as JSON; without it the charts are plain bars.
"""

import json
import os
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

CHARTS, TRACES = 4, 12


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


if __name__ == "__main__":
    draw()
