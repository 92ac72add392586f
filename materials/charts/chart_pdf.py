"""A chart as a tagged PDF, set by Typst from its SVG with outlined text: vectors, a title, a language and the
finding as its alternative text.
"""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import typst

from materials.charts.chart import Chart
from materials.charts.shape import Shape

TEMPLATE = """#let chart = sys.inputs
#set document(title: chart.title)
#set page(width: auto, height: auto, margin: 0pt)
#set text(lang: chart.language)
#image("chart.svg", width: float(chart.width) * 1pt, alt: chart.alt)
"""
POINTS = 0.75
"""The points in a pixel, of which 96 are an inch."""


def chart_pdf(svg: bytes, chart: Chart, shape: Shape) -> bytes:
    """The PDF (PDF/UA-1) of a drawing for a shape; the same bytes for the same drawing."""
    assert shape.page is not None, shape.key
    with tempfile.TemporaryDirectory(prefix="oejenhoejde-") as folder:
        (Path(folder) / "chart.svg").write_bytes(svg)
        (Path(folder) / "chart.typ").write_text(TEMPLATE, encoding="utf-8")
        file = typst.compile(
            Path(folder) / "chart.typ",
            format="pdf",
            pdf_standards=["ua-1"],
            sys_inputs={
                "title": chart.title,
                "alt": chart.alt,
                "language": chart.language,
                "width": str(shape.page.width * POINTS),
            },
            timestamp=datetime(2000, 1, 1, tzinfo=UTC),
        )
    assert isinstance(file, bytes)
    return file
