"""A chart on a page: title, figure, and its files and the table behind it in a menu."""

from functools import partial

import streamlit as st

from language import N_, Words
from materials.charts import export
from materials.charts.chart import Chart
from materials.charts.shape import SHAPES, Shape
from materials.charts.theme import plotly_config
from pages import session
from pages.components.data_table import show_data_table, show_excel_button
from pages.components.download import download_button

HINTS = {"slide": N_("Slide, 16:9"), "a4": N_("A4, 16 cm wide")}
FORMATS = {"png": N_("PNG, a picture"), "svg": N_("SVG, sharp at any size"), "pdf": N_("PDF to print")}
MIME = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}


def show_chart(chart: Chart, words: Words) -> None:
    """The chart under its finding, with a menu of files and the numbers as a table."""
    st.markdown(f"**{session.plain(chart.title)}**  \n:small[{session.plain(chart.subtitle)}]")
    _picture(chart.fingerprint, words.code, session.is_dark(), _chart=chart)
    show_menu(chart, words)


@st.cache_resource(show_spinner=False, max_entries=256)
def _picture(fingerprint: str, language: str, dark: bool, _chart: Chart) -> None:
    """The figure itself. Streamlit keeps what a cached function draws, so that a chart is made ready for
    the browser once.
    """
    figure = _chart.on_screen(dark=dark)
    st.plotly_chart(
        figure, theme=None, config=plotly_config(language), alt=_chart.alt, key=f"chart {_chart.name}"
    )


@st.fragment
def show_menu(chart: Chart, words: Words) -> None:
    """Files and numbers, made only when they are asked for."""
    menu = st.popover(
        words("As file or table"), icon=":material/download:", key=f"menu {chart.name}", on_change="rerun"
    )
    if menu.open:
        with menu:
            _downloads(chart, words)
            key, name = f"table {chart.name}", chart.file_stem
            show_data_table(chart.table, name, words, key=key, alt=chart.alt)
            show_excel_button(chart.table, name, words, key=key, title=chart.title)


def _downloads(chart: Chart, words: Words) -> None:
    """The shape, and one button a format; the file is drawn when it is asked for."""
    try:
        export.found_chromium()
    except export.NoChromium as problem:
        st.info(session.plain(words.say(problem.sentence)), icon=":material/info:")
        return
    shape = choose_shape(chart.name, words)
    st.caption(words("With title, round, number of answers, source, date and status on it."))
    with st.container(horizontal=True):
        show_files(chart, shape, words)


def show_files(chart: Chart, shape: Shape, words: Words) -> None:
    """One button a format of a chart, drawn for a shape when it is asked for."""
    for kind, label in FORMATS.items():
        download_button(
            words(label),
            partial(export.draw, chart, kind, shape),
            chart.file_name(shape, kind),
            MIME[kind],
            key=f"{kind} {chart.name} {shape.key}",
            icon=":material/download:",
        )


def choose_shape(name: str, words: Words) -> Shape:
    """The shape that the files of a chart, or of charts of one name, are drawn for."""
    key = st.radio(
        words("Drawn for"),
        list(SHAPES),
        format_func=lambda key: words(HINTS[key]),
        horizontal=True,
        key=f"shape {name}",
    )
    return SHAPES[key or next(iter(SHAPES))]
