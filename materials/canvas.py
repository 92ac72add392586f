"""The sheet that charts are drawn on: its y axis counts pixels from the top, so that text and marks never collide.

Labels stand above what they name instead of in a wide margin: the same figure serves a wall screen and a phone.
"""

import html
from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from materials import look
from materials.look import CLEAR, HATCH, RULE, TEXT, Shade

NARROW = 345
"""The width in pixels of the narrowest drawing: a phone of 390 without its margins."""
LABEL, CAPTION, SMALL = 14, 12.5, 11
LINE = 1.3
_WIDE, _SLIM = frozenset("mwMWÆæ@%—…"), frozenset("iIjlftr.,:;'|!()[] -·")


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """About how many pixels a line takes at a font size; somewhat too many rather than too few."""
    ems = sum(0.86 if c in _WIDE else 0.31 if c in _SLIM else 0.68 if c.isupper() else 0.55 for c in text)
    return ems * size * (1.06 if bold else 1.0)


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines of at most ``width`` pixels; a longer word stands alone on its line. At least one line."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size, bold=bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def shortened(text: str, width: float, size: float, *, most_lines: int = 2) -> list[str]:
    """The text in at most ``most_lines`` lines, ending in an ellipsis where something is left out."""
    lines = wrapped(text, width, size)
    if len(lines) <= most_lines:
        return lines
    return [*lines[: most_lines - 1], lines[most_lines - 1].rstrip(",;:-– ") + " …"]


def as_text(*lines: str) -> str:
    """Lines as plotly shall draw them: every sign is text, none is markup."""
    return "<br>".join(html.escape("".join(c for c in line if c.isprintable()), quote=False) for line in lines)


def sheet(language: str, *, left: int = 6, x_range: tuple[Any, Any] = (0, 1)) -> go.Figure:
    """An empty figure whose y axis counts pixels down from 0; :func:`cut` says where it ends."""
    figure = go.Figure()
    figure.update_layout(
        template=look.template(language),
        margin={"l": left, "r": 6, "t": 4, "b": 4, "pad": 0},
        xaxis={"range": list(x_range), "visible": False, "fixedrange": True},
        yaxis={"visible": False, "fixedrange": True},
    )
    return figure


def cut(figure: go.Figure, bottom: float) -> None:
    """Make the sheet end at ``bottom`` pixels, keeping its margins."""
    margin = figure.layout.margin
    figure.update_layout(height=round(bottom) + margin.t + margin.b, yaxis_range=[round(bottom), 0])


def write(figure: go.Figure, lines: Sequence[str], y: float, **place: Any) -> float:
    """Write lines with their top at ``y``; returns the y below them. ``place`` overrides position, colour and size.

    ``size``, ``colour`` and ``bold`` set the type; ``x``, ``xref`` and ``xanchor`` as in a plotly annotation.
    """
    size, colour, bold = place.pop("size", LABEL), place.pop("colour", TEXT), place.pop("bold", False)
    text = as_text(*lines)
    spot = {"x": 0, "xref": "paper", "xanchor": "left", "align": "left"} | place
    figure.add_annotation(
        text=f"<b>{text}</b>" if bold else text,
        y=y,
        yanchor="top",
        showarrow=False,
        borderpad=0,
        font={"size": size, "color": colour},
        **spot,
    )
    return y + len(lines) * size * LINE


def rule(figure: go.Figure, x: Any, y: tuple[float, float], **line: Any) -> None:
    """A thin upright line behind the marks, at ``x`` on the axis (or ``xref``), from one y to another."""
    xref = line.pop("xref", "x")
    pen = {"color": RULE, "width": 1} | line
    figure.add_shape(type="line", x0=x, x1=x, y0=y[0], y1=y[1], xref=xref, line=pen, layer="below")


def filled(shade: Shade) -> Mapping[str, Any]:
    """The marker of a bar in a shade."""
    return {"color": shade.fill, "line": {"color": shade.outline, "width": 1}}


def hatched(shade: Shade) -> Mapping[str, Any]:
    """The marker of what is missing: an outline filled with thin slanting lines."""
    pattern = {"shape": "/", "fgcolor": HATCH, "bgcolor": CLEAR, "size": 7, "solidity": 0.2}
    return {"color": CLEAR, "line": {"color": shade.outline, "width": 1}, "pattern": pattern}
