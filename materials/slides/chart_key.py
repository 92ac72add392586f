"""The key of a chart as shapes: LibreOffice turns the order of a chart's own legend around."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from language import Words
from materials.charts.legend import LegendEntry
from materials.charts.theme import CLEAR, DOTTED, PAPER, THIN
from materials.slides import slide_parts
from materials.slides.deck import Slide
from materials.slides.measures import SMALLEST, Box, Paragraph, width_of

SWATCH, HIGH, ROW = 26, 20, 23
BESIDE, APART = 6, 16


def add_key(slide: Slide, entries: Sequence[LegendEntry], box: Box, words: Words) -> None:
    """A box with each step in its look and its words beside it, in as many rows as they take; and how a
    number in a bar is read.
    """
    group = slide.slide.shapes.add_group_shape()
    group.name = words("Key")
    x, y = box.left, box.top
    hint = words("4 × 2: two answers on step 4")
    for entry in [*entries, None]:
        label = entry.label if entry else hint
        width = width_of(label, SMALLEST)
        swatch = SWATCH + BESIDE if entry else 0
        if x > box.left and x + swatch + width > box.right:
            x, y = box.left, y + ROW
        if entry:
            _swatch(group, entry, Box(x, y, SWATCH, HIGH), slide.language)
            x += swatch
        _label(group, label, Box(x, y, width + 4, HIGH), slide.language)
        x += width + APART


def add_short_key(slide: Slide, entries: Sequence[LegendEntry], box: Box, words: Words) -> None:
    """The same in one row: of the steps, which lie side by side, only the ends have words."""
    steps, others = entries[:5], entries[5:]
    group = slide.slide.shapes.add_group_shape()
    group.name = words("Key")
    x = _words(group, steps[0].label, box.left, box.top, slide.language)
    for entry in steps:
        _swatch(group, entry, Box(x, box.top, SWATCH, HIGH), slide.language)
        x += SWATCH + 2
    x = _words(group, steps[-1].label, x + BESIDE, box.top, slide.language) + APART / 2
    for entry in others:
        _swatch(group, entry, Box(x, box.top, SWATCH, HIGH), slide.language)
        x = _words(group, entry.label, x + SWATCH + BESIDE, box.top, slide.language) + APART / 2
    hint = words("4 × 2: two answers on step 4")
    if x + width_of(hint, SMALLEST) <= box.right:
        _words(group, hint, x, box.top, slide.language)


def _words(group: Any, text: str, x: float, y: float, language: str) -> float:
    """A label; gives the x behind it."""
    width = width_of(text, SMALLEST)
    _label(group, text, Box(x, y, width + 4, HIGH), language)
    return x + width + BESIDE


def _label(group: Any, text: str, box: Box, language: str) -> None:
    shape = group.shapes.add_textbox(*box.emu)
    slide_parts.write(shape.text_frame, [Paragraph(text, is_muted=True)], language)


def _swatch(group: Any, entry: LegendEntry, box: Box, language: str) -> None:
    shape = slide_parts.rectangle(group.shapes, box, MSO_SHAPE.RECTANGLE, entry.label)
    fill, line = shape.fill, shape.line
    if entry.pattern == THIN:
        fill.patterned()
        fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        fill.fore_color.rgb = slide_parts.rgb(entry.shade.outline)
        fill.back_color.rgb = slide_parts.rgb(PAPER)
    elif entry.shade.fill == CLEAR:
        fill.background()
    else:
        fill.solid()
        fill.fore_color.rgb = slide_parts.rgb(entry.shade.fill)
    line.color.rgb, line.width = slide_parts.rgb(entry.shade.outline), Pt(1)
    if entry.pattern == DOTTED:
        line.dash_style = MSO_LINE.SQUARE_DOT
    if entry.pattern != THIN:
        slide_parts.write(shape.text_frame, [Paragraph(entry.sign, bold=True)], language)
        slide_parts.centre(shape)
        slide_parts.colour(shape, entry.ink)
