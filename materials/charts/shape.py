"""The shapes that a chart is drawn for: the screen, a slide and a page. Each is a drawing of its own; none is
another one scaled.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf


@dataclass(frozen=True)
class Page:
    """The sheet around a drawing in pixels, of which 96 are an inch. Without a ``height`` it is as high as
    the drawing asks for. ``scale`` is how many pixels a PNG has for each.
    """

    width: int
    height: int | None
    edge: int
    title: float
    subtitle: float
    footer: float
    scale: float


@dataclass(frozen=True)
class Shape:
    """What a layout reads: the drawing's width, the sizes of its type, how much larger its marks are than on
    a screen, whether words stand beside marks (``is_wide``) or above them, and the height that is there.
    """

    key: str
    width: int
    label: float
    caption: float
    small: float
    number: float
    marks: float = 1.0
    is_wide: bool = False
    room: float = inf
    page: Page | None = None

    def with_room(self, room: float) -> "Shape":
        """The same with this height for the drawing."""
        return replace(self, room=room)


SCREEN = Shape("screen", 345, label=14, caption=12.5, small=11, number=14)
"""345 pixels are a phone of 390 without its margins: the narrowest drawing. Wider screens stretch it."""
A4 = Shape(
    "a4",
    589,
    label=14,
    caption=12.5,
    small=12,
    number=14,
    page=Page(605, None, edge=8, title=19, subtitle=13, footer=12, scale=3.125),
)
"""16 cm wide, a column of text; 12 pixels are 9 points."""
SLIDE = Shape(
    "slide",
    1200,
    label=20,
    caption=19,
    small=19,
    number=24,
    marks=1.5,
    is_wide=True,
    page=Page(1280, 720, edge=40, title=28, subtitle=20, footer=19, scale=2),
)
"""13.33 × 7.5 inches; 19 pixels are somewhat more than 14 points, 24 are 18."""
SHAPES: Mapping[str, Shape] = {shape.key: shape for shape in (SLIDE, A4)}
