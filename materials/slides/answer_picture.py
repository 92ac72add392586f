"""The picture of answers on a slide: bars around the middle step, the line through it, and what stands beside
each row.
"""

from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR
from pptx.util import Pt

from language import Words
from materials.charts.theme import MUTED
from materials.slides import slide_parts
from materials.slides.answer_columns import Bars, around_the_middle, left_of, length_of, parts_of_a_whole
from materials.slides.deck import Slide
from materials.slides.measures import Box, Paragraph, fitted, height_of
from materials.slides.native_chart import Picture, label_width

FEWEST_ACROSS = 8
"""Fewer answers than so many are not drawn wider."""


def diverging(bars: Bars, alt: str, words: Words, *, gap_percent: int) -> Picture:
    """The bars laid around the middle step."""
    labels = _labels(bars)
    columns = tuple(around_the_middle(bars, words))
    return Picture(
        labels, columns, max(length_of(bars), FEWEST_ACROSS), label_width(labels), gap_percent, alt
    )


def whole(bars: Bars, alt: str, words: Words, *, gap_percent: int) -> Picture:
    """The bars as parts of a whole, each as long as the others; their labels stand beside the chart."""
    labels, columns = _labels(bars), tuple(parts_of_a_whole(bars, words))
    return Picture(labels, columns, None, 0, gap_percent, alt)


def _labels(bars: Bars) -> tuple[str, ...]:
    return tuple(bar.label if bar else "" for bar in bars)


def mark_middle(slide: Slide, picture: Picture, bars: Bars, place: Box) -> None:
    """A thin line through the middle of step 3, behind the chart."""
    assert picture.length is not None, picture.labels
    drawing = place.width - picture.label_width
    x = place.left + picture.label_width + drawing * left_of(bars) / picture.length
    ends = [slide_parts.points(each) for each in (x, place.top - 3, x, place.bottom + 3)]
    line: Any = slide.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    line.line.color.rgb, line.line.width = slide_parts.rgb(MUTED), Pt(1)
    slide_parts.decorate(line)
    slide_parts.put_behind(slide.slide, line, place=1)


def add_row_texts(slide: Slide, rows: Sequence[tuple[str, str]], place: Box, *, share: float) -> None:
    """A name and what is said of it to the left of each row of a chart; a row takes this share of its
    height.
    """
    left, step = slide.box("title").left, place.height * share
    for number, (name, text) in enumerate(rows):
        box = Box(left, place.top + number * step, place.left - left - 14, step - 2)
        head = fitted(Paragraph(name, 15, bold=True), Box(0, 0, box.width, 37), (14,))
        used = height_of([head], box.width)
        rest = fitted(Paragraph(text, is_muted=True), Box(0, 0, box.width, max(box.height - used + 1, 18)))
        slide.write(box, [head, rest], name[:60])
