"""A chart that PowerPoint itself draws and everybody can edit: stacked bars in the scale's colours with the
numbers in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from language import Words
from materials.charts.theme import CLEAR, DOTTED, PAPER, THIN
from materials.slides.chart_workbook import Column, workbook
from materials.slides.deck import Slide
from materials.slides.measures import NUMBER, SMALLEST, width_of
from materials.slides.slide_parts import describe, rgb

NARROW = "\u00a0"
"""A space at which no label is parted."""


@dataclass(frozen=True)
class Picture:
    """What a chart shows: a label a bar, the columns, how many answers the axis is long (None: every bar is a
    whole), how many points of the place's width the labels take (0: they are not shown), how much of a row
    its bar fills, and what it says in words.
    """

    labels: tuple[str, ...]
    columns: tuple[Column, ...]
    length: float | None
    label_width: float
    gap_percent: int
    alt: str


def label_width(labels: Sequence[str]) -> float:
    """The room that the longest label takes beside the bars."""
    return max((width_of(label, SMALLEST) for label in labels), default=0) + 12


def add_chart(slide: Slide, picture: Picture, words: Words) -> Any:
    """Put the chart into the slide's place for one; gives its frame."""
    place = slide.box("chart")
    data = CategoryChartData()
    data.categories = list(picture.labels)
    seen = [column for column in picture.columns if column.is_drawn]
    for column in seen:
        data.add_series(column.name, column.values)
    kind = XL_CHART_TYPE.BAR_STACKED_100 if picture.length is None else XL_CHART_TYPE.BAR_STACKED
    frame = slide.places["chart"][0].insert_chart(kind, data)
    chart = frame.chart
    chart.part.chart_workbook.update_from_xlsx_blob(workbook(picture.labels, picture.columns))
    describe(frame, picture.alt)
    drawing = place.width - picture.label_width
    _set_page(chart, picture, drawing / place.width, slide.language)
    for series, column in zip(chart.plots[0].series, seen, strict=True):
        _paint(series, column)
        if column.entry:
            series._element.get_or_add_dLbls()
            old = series._element.find(qn("c:dLbls"))
            old.getparent().replace(old, _labels(column, _units(picture, drawing)))
    return frame


def _units(picture: Picture, drawing: float) -> list[float]:
    """How many points one answer is wide, in each row."""
    if picture.length is not None:
        return [drawing / picture.length] * len(picture.labels)
    totals = [
        sum(column.values[row] or 0 for column in picture.columns) for row in range(len(picture.labels))
    ]
    return [drawing / max(total, 1) for total in totals]


def _set_page(chart: Any, picture: Picture, share: float, language: str) -> None:
    """Axes, type and room: the labels to the left of the bars, no lines, no title, no legend of its own."""
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(SMALLEST)
    for properties in chart._chartSpace.iter(qn("a:defRPr")):
        properties.set("lang", language)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.vary_by_categories = picture.gap_percent, 100, False
    rows, values = chart.category_axis, chart.value_axis
    rows.reverse_order = True
    labels = XL_TICK_LABEL_POSITION.LOW if picture.label_width else XL_TICK_LABEL_POSITION.NONE
    rows.tick_label_position = labels
    rows.major_tick_mark = rows.minor_tick_mark = XL_TICK_MARK.NONE
    rows.format.line.fill.background()
    rows.tick_labels.font.size = Pt(SMALLEST)
    rows.has_major_gridlines = values.has_major_gridlines = values.visible = False
    values.minimum_scale, values.maximum_scale = 0, 1 if picture.length is None else picture.length
    _lay_out(chart, share)


def _lay_out(chart: Any, share: float) -> None:
    """Give the bars this share of the width, at the right, and the whole height."""
    area = chart._chartSpace.chart.plotArea
    old = area.find(qn("c:layout"))
    if old is not None:
        area.remove(old)
    parts = {"x": 1 - share, "y": 0, "w": share, "h": 1}
    sizes = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in parts.items())
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
            f'<c:yMode val="edge"/>{sizes}</c:manualLayout></c:layout>'
        ),
    )


def _paint(series: Any, column: Column) -> None:
    """A series in the look of its step; one that is not seen has neither fill nor outline."""
    fill, line, entry = series.format.fill, series.format.line, column.entry
    if entry is None:
        fill.background()
        line.fill.background()
        return
    if entry.pattern == THIN:
        fill.patterned()
        fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        fill.fore_color.rgb, fill.back_color.rgb = rgb(entry.shade.outline), rgb(PAPER)
    elif entry.shade.fill == CLEAR:
        fill.background()
    else:
        fill.solid()
        fill.fore_color.rgb = rgb(entry.shade.fill)
    line.color.rgb, line.width = rgb(entry.shade.outline), Pt(1)
    if entry.pattern == DOTTED:
        line.dash_style = MSO_LINE.SQUARE_DOT


def _labels(column: Column, units: Sequence[float]) -> Any:
    """The step in each bar, and of how many where that is not one; the step alone, or nothing, where there is
    no room for more. The scale is ordered: the number in a bar is always a step, never a count alone.
    """
    assert column.entry is not None, column.name
    sign = column.entry.sign.replace('"', "")
    short = f'[>0]"{sign}";""'
    points = []
    for row, (value, unit) in enumerate(zip(column.values, units, strict=True)):
        count = value or 0
        full = sign if count == 1 else f"{sign}{NARROW}×{NARROW}{count:g}"
        if not count or width_of(full, NUMBER, bold=True) <= count * unit + 2:
            continue
        sizes = [size for size in (NUMBER, SMALLEST) if width_of(sign, size, bold=True) <= count * unit + 1]
        look = _look(column, short, sizes[0]) if sizes else '<c:delete val="1"/>'
        points.append(f'<c:dLbl><c:idx val="{row}"/>{look}</c:dLbl>')
    code = f'[=1]"{sign}";[>1]"{sign}{NARROW}×{NARROW}"0;""'
    return parse_xml(f"<c:dLbls {nsdecls('c', 'a')}>{''.join(points)}{_look(column, code)}</c:dLbls>")


def _look(column: Column, code: str, size: float = NUMBER) -> str:
    """How a label is written: a number's format, on a plate where it lies on a pattern, bold, in the
    middle.
    """
    assert column.entry is not None, column.name
    plate = f'<a:solidFill><a:srgbClr val="{PAPER[1:]}"/></a:solidFill>'
    fill = plate if column.entry.pattern == THIN else "<a:noFill/>"
    ink, code = column.entry.ink[1:].upper(), code.replace('"', "&quot;").replace(">", "&gt;")
    return (
        f'<c:numFmt formatCode="{code}"'
        f' sourceLinked="0"/><c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr wrap="none"'
        ' lIns="18000" tIns="0" rIns="18000" bIns="0" anchor="ctr"/><a:lstStyle/><a:p><a:pPr><a:defRPr'
        f' sz="{size * 100}" b="1"><a:solidFill><a:srgbClr'
        f' val="{ink}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr'
        ' lang="en-GB"/></a:p></c:txPr><c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal'
        ' val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize'
        ' val="0"/>'
    )
