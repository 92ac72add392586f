"""Rows in the height that a shape has: spread where there is more of it, drawn together or left out where
there is less.
"""

from collections.abc import Callable, Sequence
from math import isinf
from typing import TypeVar

import plotly.graph_objects as go

from materials.charts.shape import Shape

Row = TypeVar("Row")
MOST_MORE = 28
"""No row gets more pixels than this on top of what it needs."""


def fitted(
    rows: Sequence[Row],
    shape: Shape,
    draw: Callable[[Sequence[Row], float], go.Figure],
    *,
    least: float = 0,
    most: float = MOST_MORE,
) -> go.Figure:
    """The figure of as many of the first rows as fit. ``draw`` takes rows and how many pixels each of them
    gets on top of what it likes to have: ``least``, which is not positive, to ``most``.
    """
    figure = draw(rows, 0)
    if isinf(shape.room):
        return figure
    count = len(rows)
    while count > 1 and figure.layout.height > shape.room - count * least:
        count -= 1
        figure = draw(rows[:count], 0)
    more = min((shape.room - figure.layout.height) / max(count, 1), most)
    return draw(rows[:count], more) if not 0 <= more < 1 else figure
