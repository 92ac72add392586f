"""What a kind of material looks like, before it is downloaded."""

import streamlit as st

from language import Words
from materials.charts import export
from materials.charts.chart import Chart
from materials.charts.shape import Shape
from materials.preview import FirstPages, FirstRows, FirstSlides, shown_part
from materials.table_csv import table_csv
from materials.table_excel import table_excel
from pages import session
from pages.components.charts import choose_shape, show_files
from pages.components.download import download_button
from pages.components.forms_out import MIME
from pages.components.round_shelf import Shelf
from pages.components.tables import show_table

BESIDE = 3


@st.fragment
def show_preview(key: str, shelf: Shelf, words: Words) -> None:
    """Folded away; made only when it is opened. Nothing where there is nothing to be seen."""
    is_gallery = key in shelf.charts
    part = shown_part(shelf.parts[key])
    if part is None and not is_gallery:
        return
    label = words("See the charts one by one") if is_gallery else words("See how it looks")
    fold = session.fold(label, f"preview {key}", icon=":material/visibility:")
    if not fold.open:
        return
    if shelf.is_confidential:
        session.note_confidential_read(*(part.names if part else (key,)))
    with fold:
        if is_gallery:
            _gallery(key, shelf, words)
            return
        assert part
        with st.spinner(words("Making the preview …")):
            seen = shelf.preview(part)
        match seen:
            case FirstPages():
                _pages(seen, part.names[0], words)
            case FirstRows():
                _rows(seen, words)
            case FirstSlides():
                _slides(seen, words)
            case None:
                st.caption(words("There is nothing to be seen."))


def _pages(pages: FirstPages, name: str, words: Words) -> None:
    picture_count = len(pages.pictures)
    text = words(
        "The first {shown} of {count} pages. Press a page to enlarge it.",
        shown=picture_count,
        count=pages.count,
    )
    if not name.endswith(".pdf"):
        text = f"{text} {words('Word may divide the pages otherwise.')}"
    st.caption(text)
    columns = st.columns(picture_count, border=True)
    for number, (column, picture) in enumerate(zip(columns, pages.pictures, strict=True), 1):
        alt = words(
            "{name}, page {number} as a picture. The file itself can be read aloud.", name=name, number=number
        )
        column.image(picture, width="stretch", output_format="PNG", alt=alt)


def _rows(rows: FirstRows, words: Words) -> None:
    st.caption(words("The first rows of each sheet."))
    tabs = st.tabs(list(map(session.plain, rows.tables)))
    for tab, (name, table) in zip(tabs, rows.tables.items(), strict=True):
        with tab:
            plain_table = table.rename(columns=session.plain).map(session.plain)
            show_table([dict(row) for _, row in plain_table.iterrows()], name)


def _slides(slides: FirstSlides, words: Words) -> None:
    """Three beside each other, each with its message and what stands on it."""
    st.caption(
        words(
            "What stands on the first {shown} of {count} slides. PowerPoint draws the charts.",
            shown=len(slides.slides),
            count=slides.count,
        )
    )
    for start in range(0, len(slides.slides), BESIDE):
        for column, (number, slide) in zip(
            st.columns(BESIDE, border=True),
            list(enumerate(slides.slides, 1))[start : start + BESIDE],
            strict=False,
        ):
            column.markdown(f"**{number}. {session.plain(slide.title)}**")
            for text in slide.texts:
                column.caption(session.plain(text))


def _gallery(key: str, shelf: Shelf, words: Words) -> None:
    """One chart at a time, as its file shows it, with its files and its numbers."""
    charts = {chart.name: chart for chart in shelf.charts[key]}
    name = st.selectbox(
        words("Chart"),
        list(charts),
        format_func=lambda each: f"{charts[each].title} ({charts[each].subtitle})",
        key=f"gallery {key}",
    )
    chart = charts.get(name or "", next(iter(charts.values())))
    shape = choose_shape(f"gallery {key}", words)
    try:
        picture = _picture(shelf.key, chart.name, shape, _chart=chart)
    except export.CannotDraw as problem:
        st.info(session.plain(words.say(problem.sentence)), icon=":material/info:")
    else:
        st.image(picture, width="stretch", output_format="PNG", alt=chart.alt)
    with st.container(horizontal=True):
        if export.chromium():
            show_files(chart, shape, words)
        _show_numbers(chart, words)


def _show_numbers(chart: Chart, words: Words) -> None:
    """The numbers of a chart as files."""
    files = {
        "csv": (words("Table as CSV"), lambda: table_csv(chart.table), "text/csv"),
        "xlsx": (
            words("Table as Excel"),
            lambda: table_excel(chart.table, chart.title, chart.language),
            MIME["xlsx"],
        ),
    }
    for kind, (label, make, mime) in files.items():
        download_button(
            label,
            make,
            f"{chart.file_stem}.{kind}",
            mime,
            key=f"numbers {kind} {chart.name}",
            icon=":material/table:",
        )


@st.cache_resource(show_spinner=False, max_entries=64)
def _picture(key: tuple[object, ...], name: str, shape: Shape, _chart: Chart) -> bytes:
    return export.draw(_chart, "png", shape)
