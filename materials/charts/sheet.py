"""The sheet that charts are drawn on: its y axis counts pixels from the top, so that text and marks never
collide.

Labels stand above what they name instead of in a wide margin: the same figure serves a wall screen and a
phone.
"""

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go

from materials.charts import theme
from materials.charts.glyphs import glyph
from materials.charts.shape import SCREEN, Shape
from materials.charts.theme import CLEAR, DOTTED, PAGE, PAPER, RULE, TEXT, THIN, Shade, steady

LINE = 1.3
PLATE = 18
"""The height in pixels of what lies under a sign on a pattern."""
PAPER_AXIS = "x2"
"""An axis from the drawing's left edge, 0, to its right edge, 1, for texts that stand there."""
SIDE = {"left": "bottom right", "center": "bottom center", "right": "bottom left"}
WIDE_SPACES = "\u00a0\u2002"
BESIDE = "\u2002\u2002"
"""Put before or after a text that stands beside a mark."""
RISE = 0.22
"""How much lower, in type sizes, a text of a trace must be put to stand where an annotation's would."""
Text = tuple[str, dict[str, Any]]
"""A text and its look: size, colour, bold."""
_WIDE, _SLIM = frozenset("mwMWÆæ@%—…"), frozenset("iIjlftr.,:;'|!()[] -·")


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """About how many pixels a line takes at a font size; somewhat too many rather than too few."""
    ems = sum(0.86 if c in _WIDE else 0.31 if c in _SLIM else 0.68 if c.isupper() else 0.55 for c in text)
    return ems * size * (1.06 if bold else 1.0)


def type_width(text: str, size: float, *, bold: bool = False) -> float:
    """How many pixels a line takes in our typeface, which a file is drawn in."""
    outlines = (glyph(character, bold) for character in text)
    return sum(outline.advance if outline else 900 for outline in outlines) * size / 1000


def wrap(
    text: str, width: float, size: float, *, bold: bool = False, measure: Callable[..., float] = text_width
) -> list[str]:
    """The text in lines of at most ``width`` pixels; a longer word stands alone on its line. At least one
    line.
    """
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and measure(longer, size, bold=bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def shorten(
    text: str,
    width: float,
    size: float,
    *,
    most_lines: int = 2,
    measure: Callable[..., float] = text_width,
) -> list[str]:
    """The text in at most ``most_lines`` lines, ending in an ellipsis where something is left out."""
    lines = wrap(text, width, size, measure=measure)
    if len(lines) <= most_lines:
        return lines
    last = lines[most_lines - 1]
    if measure is type_width:
        last = wrap(last, width - measure(" …", size), size, measure=measure)[0]
    return [*lines[: most_lines - 1], last.rstrip(",;:-– ") + " …"]


def as_text(*lines: str) -> str:
    """Lines as plotly shall draw them: every sign is text, none is markup, and every space stays as wide
    as it is.
    """
    return "<br>".join(
        html.escape("".join(c for c in line if c.isprintable() or c in WIDE_SPACES), quote=False)
        for line in lines
    )


@dataclass
class Sheet:
    """What is to be drawn, collected and made into a figure once: a figure that grows mark by mark is
    checked anew at each.
    """

    layout: dict[str, Any]
    page: Shape = SCREEN
    traces: list[dict[str, Any]] = field(default_factory=list)
    annotations: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    rules: dict[tuple[str, float], list[str]] = field(default_factory=dict)
    dots: list[dict[str, Any]] = field(default_factory=list)
    texts: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)

    @property
    def measure(self) -> Callable[..., float]:
        """How wide a line is: exactly in a file, with a margin on a screen, whose typefaces are not known."""
        return text_width if self.page is SCREEN else type_width

    def bar(self, **trace: Any) -> None:
        """A trace of horizontal bars."""
        self.traces.append({"type": "bar", "orientation": "h", **trace})

    def plates(self, spots: Sequence[tuple[float, float]], *, across: float, colour: str) -> None:
        """Plates under what is inscribed on a pattern, each ``across`` wide on the axis."""
        self.bar(
            base=[x - across / 2 for x, _ in spots],
            x=[across] * len(spots),
            y=[y for _, y in spots],
            width=PLATE * self.page.marks,
            marker={"color": colour, "line": {"width": 0}},
            hoverinfo="skip",
        )

    def dot(self, x: Any, y: float, hover: str, **look: Any) -> None:
        """A mark on top of the bars: ``symbol``, ``size``, fill ``color``, and ``pen``, the colour of its
        outline. All are one trace.
        """
        look["size"] *= self.page.marks
        self.dots.append({"x": x, "y": y, "hover": hover, **look})

    def annotate(self, **annotation: Any) -> None:
        """A text or an arrow."""
        self.annotations.append(annotation)

    def shape(self, **shape: Any) -> None:
        """A line, a rectangle or a path."""
        self.shapes.append(shape)

    def write(self, lines: Sequence[str], y: float, **place: Any) -> float:
        """Write lines with their top at ``y``; returns the y below them. ``place`` overrides position, colour
        and size.

        ``size``, ``colour`` and ``bold`` set the type; ``x``, ``xref`` (``paper`` or ``x``) and ``xanchor``
        say where, and ``xshift`` how many pixels from there. What needs no shift is one trace of texts: the
        browser draws it much faster.
        """
        size, colour, bold = (
            place.pop("size", self.page.label),
            place.pop("colour", TEXT),
            place.pop("bold", False),
        )
        spot: dict[str, Any] = {"x": 0, "xref": "paper", "xanchor": "left"} | place
        if (
            spot["xanchor"] == "left"
        ):  # a space at the end moves no line, and parts it from the next for readers
            lines = [*(f"{line} " for line in lines[:-1]), *lines[-1:]]
        text = f"<b>{as_text(*lines)}</b>" if bold else as_text(*lines)
        if "xshift" in spot:
            font = {"size": size, "color": colour}
            self.annotate(
                text=text,
                y=y,
                yanchor="top",
                align=spot["xanchor"],
                showarrow=False,
                borderpad=0,
                font=font,
                **spot,
            )
        else:
            self.texts.setdefault(spot["xref"], []).append(
                (spot["x"], y + RISE * size, text, SIDE[spot["xanchor"]], size, colour)
            )
        return y + float(len(lines) * size * LINE)

    def column(self, texts: Sequence[Text], y: float, across: tuple[float, float]) -> float:
        """Write texts under each other, wrapped, from one pixel to another, counted from the left edge of
        all that is drawn; returns the y below them. Each text comes with its look.
        """
        start, end = across
        for text, look in texts:
            size, bold = look.get("size", self.page.label), look.get("bold", False)
            lines = wrap(text, end - start, size, bold=bold, measure=self.measure)
            shift = start + 6 - self.layout["margin"]["l"]
            y = self.write(lines, y, **look, **({"xshift": shift} if shift else {}))
        return y

    def inscribe(
        self, text: str, spot: tuple[float, float], *, colour: str, size: float | None = None
    ) -> None:
        """Write a number around a spot, x on the axis and y in pixels; bold where it is read from afar. A
        bar's own text is measured by the browser before it is drawn.
        """
        size, bold = size or self.page.number, self.page.is_wide
        place = {"x": spot[0], "xref": "x", "xanchor": "center", "colour": colour, "size": size, "bold": bold}
        self.write([text], spot[1] - size * LINE / 2, **place)

    def rule(self, x: float, y: tuple[float, float], *, colour: str = RULE, width: float = 1) -> None:
        """A thin upright line behind the marks, at ``x`` on the axis, from one y to another. All of one
        look are one shape.
        """
        self.rules.setdefault((colour, width), []).append(f"M{x},{y[0]}L{x},{y[1]}")

    def cut(self, bottom: float) -> go.Figure:
        """The figure of a sheet that ends at ``bottom`` pixels, with its margins around it."""
        margin, end = self.layout["margin"], round(bottom)
        rules = [
            {
                "type": "path",
                "path": "".join(parts),
                "line": {"color": colour, "width": width},
                "layer": "below",
            }
            for (colour, width), parts in self.rules.items()
        ]
        around = {
            "height": end + margin["t"] + margin["b"],
            "yaxis": {**self.layout["yaxis"], "range": [end, 0]},
            "annotations": self.annotations,
            "shapes": [*self.shapes, *rules],
        }
        traces = [
            *self.traces,
            *([_dots(self.dots)] if self.dots else []),
            *(_texts(*each) for each in self.texts.items()),
        ]
        return figure_of({"data": traces, "layout": {**self.layout, **around}})


def new_sheet(
    language: str,
    page: Shape = SCREEN,
    *,
    left: float = 6,
    right: float = 6,
    x_range: tuple[Any, Any] = (0, 1),
    **axis: Any,
) -> Sheet:
    """An empty sheet whose y axis counts pixels down from 0; :meth:`Sheet.cut` says where it ends.
    ``left`` and ``right`` are its margins, ``axis`` adds to the x axis.
    """
    fixed_axis = {"visible": False, "fixedrange": True, "zeroline": False, "automargin": False}
    around = {
        "margin": {"l": left, "r": right, "t": 4, "b": 4, "pad": 0},
        "xaxis": {"range": list(x_range), **fixed_axis, **axis},
        "xaxis2": {"range": [0, 1], "overlaying": "x", **fixed_axis},
        "yaxis": fixed_axis,
    }
    return Sheet(theme.layout(language) | around, page)


def figure_of(tree: Mapping[str, Any]) -> go.Figure:
    """The figure of a tree, with no template: see :func:`materials.charts.theme.layout`."""
    figure = go.Figure(tree)
    figure.layout.template = None
    return figure


def _dots(dots: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    x, y, hover, symbol, size, colour, pen = (
        [dot[name] for dot in dots] for name in ("x", "y", "hover", "symbol", "size", "color", "pen")
    )
    marker = {
        "symbol": symbol,
        "size": size,
        "color": colour,
        "opacity": 1,
        "line": {"color": pen, "width": 2},
    }
    hover_options = {"hovertext": hover, "hoverinfo": "text"}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": marker,
        "cliponaxis": False,
        **hover_options,
    }


def _texts(xref: str, texts: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    x, y, text, side, size, colour = (list(column) for column in zip(*texts, strict=True))
    axis = "x" if xref == "x" else PAPER_AXIS
    look = {
        "textposition": side,
        "textfont": {"size": size, "color": colour},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    return {"type": "scatter", "mode": "text", "xaxis": axis, "x": x, "y": y, "text": text, **look}


def marker(shades: Sequence[Shade], pattern: str = "") -> Mapping[str, Any]:
    """The marker of a trace's bars, a shade each: filled, striped (``THIN``) or dotted (``DOTTED``); see
    :data:`PLATES`.
    """
    outlines = [shade.outline for shade in shades]
    line = {"color": outlines, "width": 1}
    if pattern == THIN:
        stripes = [steady(outline) for outline in outlines]
        look = {"shape": "/", "fgcolor": stripes, "bgcolor": PAPER, "size": 9, "solidity": 0.45}
        return {"color": PAPER, "line": line, "pattern": look}
    if pattern == DOTTED:
        look = {"shape": ".", "fgcolor": outlines, "bgcolor": CLEAR, "size": 6, "solidity": 0.2}
        return {"color": CLEAR, "line": line, "pattern": look}
    return {"color": [shade.fill for shade in shades], "line": line}


PLATES: Mapping[str, str] = {THIN: PAPER, DOTTED: PAGE}
"""The colour of the plate under a sign, by the pattern that it lies on."""
