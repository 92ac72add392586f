"""Medians on the ordinal axis: a mark on a step, or a short bar between two steps, never a point in
between.
"""

from typing import Any

from evaluation.findings import Median
from evaluation.scales import RATINGS
from language import Words
from materials.charts.sheet import BESIDE, Sheet, as_text, wrap
from materials.charts.theme import CLEAR, MUTED, RULE, TEXT

RANGE = (0.5, 5.5)
SIZE = 14
COMMITTEES, CENTRES = ("circle", TEXT), ("diamond", CLEAR)
NOW, BEFORE = ("circle", TEXT), ("circle", CLEAR)


def words_above(sheet: Sheet, words: Words, width: float | None = None) -> float:
    """The scale's numbers and words at the top of the sheet, over ``width`` pixels; returns the y below
    them.
    """
    bottom, small = 0.0, sheet.page.small
    each = (width or sheet.page.width) / len(RATINGS)
    for step in sorted(RATINGS):
        spot = {"x": step, "xref": "x", "xanchor": "center"}
        y = sheet.write([str(step)], 0, size=sheet.page.caption, bold=True, **spot)
        lines = wrap(words(RATINGS[step]), each - 3, small, measure=sheet.measure)
        bottom = max(bottom, sheet.write(lines, y, size=small, colour=MUTED, **spot))
    return bottom


def rules(sheet: Sheet, across: tuple[float, float]) -> None:
    """A thin upright line at each step, from one y to another."""
    for step in RATINGS:
        sheet.rule(step, across)


def mark(sheet: Sheet, pair: Median, y: float, *, look: tuple[str, str], hover: str) -> None:
    """A dot on the step, or for a pair a bar from the lower to the upper step. ``look``: a symbol and its
    fill, as above.
    """
    (low, high), (symbol, fill), hover_text = pair, look, as_text(hover)
    if low == high:
        sheet.dot(low, y, hover_text, symbol=symbol, size=SIZE, color=fill, pen=TEXT)
        return
    marker: dict[str, Any] = {
        "color": fill,
        "line": {"color": TEXT, "width": 2},
        "cornerradius": SIZE * sheet.page.marks / 2,
    }
    sheet.bar(
        base=[low],
        x=[high - low],
        y=[y],
        width=SIZE * 0.8 * sheet.page.marks,
        marker=marker,
        hovertext=hover_text,
        hoverinfo="text",
    )


def name(sheet: Sheet, pair: Median, y: float, text: str, *, away_from: Median | None) -> None:
    """The name beside a mark, on the side away from the other mark where the scale leaves room for it
    there.
    """
    low, high = pair
    to_left = (away_from is not None and away_from > pair and low > 1) or high == 5
    side = {"x": low, "xanchor": "right"} if to_left else {"x": high, "xanchor": "left"}
    label = text + BESIDE if to_left else BESIDE + text
    size = sheet.page.caption
    sheet.write([label], y - size * 0.7, size=size, xref="x", **side)


def join(sheet: Sheet, first: Median, second: Median, ys: tuple[float, float]) -> None:
    """A thin line between the nearest ends of two medians in their lanes; none where they touch."""
    ends = sorted((first, second))
    near = (ends[0][1], ends[1][0]) if ends[0][1] < ends[1][0] else (ends[1][0], ends[1][0])
    x0, x1 = near if ends[0] == first else near[::-1]
    if x0 == x1:
        return
    line = {"color": RULE, "width": 4}
    sheet.shape(type="line", x0=x0, x1=x1, y0=ys[0], y1=ys[1], line=line, layer="below")
