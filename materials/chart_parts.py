"""The charts of a round as files: drawn for two shapes in three formats, their numbers, and a page of all."""

from collections.abc import Iterator, Mapping
from functools import partial

from language import Words
from materials.charts import export
from materials.charts.chart import Chart
from materials.charts.index_page import INDEX, index_page
from materials.charts.shape import SHAPES
from materials.round_charts import round_charts
from materials.round_parts import Made, Order, Part
from materials.table_csv import table_csv
from materials.table_excel import table_excel


def chart_list(order: Order) -> list[Chart]:
    """Every chart of the round."""
    return round_charts(order.material, order.words)


def chart_parts(order: Order) -> list[Part]:
    """A part a shape and format, and one of their numbers."""
    words, charts = order.words, chart_list(order)
    labels = {
        "slide": words("Charts for slides ({kind})", kind="{kind}"),
        "a4": words("Charts for a page ({kind})", kind="{kind}"),
    }
    drawn_parts = [
        Part(
            labels[shape.key].format(kind=kind.upper()),
            tuple(chart.file_name(shape, kind) for chart in charts),
            partial(export.draw_each, charts, kind, shape),
            is_drawn=True,
        )
        for shape in SHAPES.values()
        for kind in export.FORMATS
    ]
    return [*drawn_parts, _numbers(charts, words)]


def _numbers(charts: list[Chart], words: Words) -> Part:
    """What the charts show as tables."""
    names = tuple(f"{chart.file_stem}.{kind}" for chart in charts for kind in ("csv", "xlsx"))

    def make() -> Iterator[bytes]:
        for chart in charts:
            yield table_csv(chart.table)
            yield table_excel(chart.table, chart.title, words.code)

    return Part(words("The numbers of the charts (CSV, Excel)"), names, make)


def chart_index(order: Order, outcome: Made) -> Mapping[str, bytes]:
    """The page that shows the charts, from what became of their files."""
    material, words = order.material, order.words
    charts = chart_list(order)
    return {INDEX: index_page(charts, outcome.files.keys(), outcome.missing, material.scope(words), words)}
