"""A figure as it is saved or printed: light, with title, subtitle and footer on it."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

import plotly.graph_objects as go

from materials.charts.shape import Page, Shape
from materials.charts.sheet import LINE, as_text, figure_of, type_width, wrap
from materials.charts.theme import MUTED, PAPER, TEXT

GAP, MARGINS = 14, 8
"""Between a drawing and the words above and below it; what a figure's own margins take of its height."""


@dataclass(frozen=True)
class Texts:
    """What stands around a drawing."""

    title: str
    subtitle: str
    footer: str


@dataclass(frozen=True)
class _Block:
    """Lines of one size, ready to be set."""

    lines: list[str]
    size: float
    colour: str = TEXT
    bold: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LINE

    @property
    def text(self) -> str:
        return f"<b>{as_text(*self.lines)}</b>" if self.bold else as_text(*self.lines)


def file_figure(drawing: Callable[[Shape], go.Figure], texts: Texts, shape: Shape) -> go.Figure:
    """The drawing in a shape that has a page, in pixels of that page: title and subtitle above it, the footer
    below. A page without a height is as high as what stands on it.
    """
    page = shape.page
    assert page is not None, shape.key
    title, subtitle, footer = _blocks(texts, page)
    under_title = page.edge * 0.75 + title.height + 4
    top = under_title + subtitle.height + GAP
    bottom = GAP + footer.height + page.edge * 0.6
    room = page.height - top - bottom + MARGINS if page.height else inf
    figure = figure_of(drawing(shape.with_room(room)).to_dict())
    margin, drawn = figure.layout.margin, figure.layout.height - MARGINS
    left, height = page.edge + margin.l - 6, page.height or round(top + drawn + bottom)
    for block, above in (
        (title, top - page.edge * 0.75),
        (subtitle, top - under_title),
        (footer, top + bottom - height - GAP),
    ):
        _set(figure, block, above, page.edge - left)
    return figure.update_layout(
        width=page.width,
        height=height,
        margin={"l": left, "r": page.edge + margin.r - 6, "t": top, "b": height - top - drawn, "pad": 0},
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
    )


def _blocks(texts: Texts, page: Page) -> tuple[_Block, _Block, _Block]:
    """Title, subtitle and footer in lines as wide as the page."""
    space = page.width - 2 * page.edge
    subtitle, footer = (
        _Block(wrap(text, space, size, measure=type_width), size, MUTED)
        for text, size in ((texts.subtitle, page.subtitle), (texts.footer, page.footer))
    )
    return _Block(_even_lines(texts.title, space, page.title), page.title, bold=True), subtitle, footer


def _set(figure: go.Figure, block: _Block, above: float, beside: float) -> None:
    """Put a block on a figure, its upper left corner so far above and to the right of the drawing's."""
    figure.add_annotation(
        text=block.text,
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="top",
        align="left",
        xshift=beside,
        yshift=above,
        showarrow=False,
        borderpad=0,
        font={"size": block.size, "color": block.colour},
    )


def _even_lines(title: str, space: float, size: float) -> list[str]:
    """The title in lines of even length rather than one full line and a lonely word."""
    lines = wrap(title, space, size, bold=True, measure=type_width)
    if len(lines) == 1:
        return lines
    even_width = type_width(title, size, bold=True) / len(lines)
    tries = (
        wrap(title, min(space, even_width * (1 + step / 20)), size, bold=True, measure=type_width)
        for step in range(20)
    )
    return next((attempt for attempt in tries if len(attempt) <= len(lines)), lines)
