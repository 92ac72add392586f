"""The peer of the overview: a bare Streamlit page with as many charts, of as many traces, and nothing else."""

import plotly.graph_objects as go
import streamlit as st

CHARTS, TRACES = 4, 12


def draw() -> None:
    """All charts under one another."""
    st.title("Bare")
    for chart in range(CHARTS):
        bars = [go.Bar(y=list(range(10)), x=[(trace + row) % 5 + 1 for row in range(10)], orientation="h") for trace in range(TRACES)]
        st.plotly_chart(go.Figure(bars), key=f"chart {chart}")


if __name__ == "__main__":
    draw()
