"""How much room texts take on a slide, before any program draws them. Lengths are in points: 72 an inch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from materials.charts.sheet import type_width, wrap

EMU = 12700
"""A point in the unit of PowerPoint's files."""
SMALLEST, NUMBER = 14, 18
"""The smallest type on a slide, and that of the numbers that are read from the back row."""
LINE = 1.22
SLACK = 1.06
"""A template's typeface may be somewhat wider than ours."""


@dataclass(frozen=True)
class Box:
    """A place on a slide, from the slide's upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """Left, top, width and height as python-pptx takes them."""
        left, top, width, height = (
            round(each * EMU) for each in (self.left, self.top, self.width, self.height)
        )
        return left, top, width, height


@dataclass(frozen=True)
class Paragraph:
    """A text and its look."""

    text: str
    size: float = SMALLEST
    bold: bool = False
    is_muted: bool = False
    is_italic: bool = False


def box_of(shape: Any) -> Box:
    """Where a shape or a placeholder lies."""
    return Box(*(each / EMU for each in (shape.left, shape.top, shape.width, shape.height)))


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line is."""
    return type_width(text, size, bold=bold) * SLACK


@lru_cache(maxsize=4096)
def lines(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines that a text takes in a width; a word that is longer than a line goes on in the next one."""
    result: list[str] = []
    for part in text.split("\n"):
        words = [piece for word in part.split() for piece in _pieces(word, width, size, bold=bold)]
        result += wrap(" ".join(words), width, size, bold=bold, measure=width_of)
    return tuple(result)


def _pieces(word: str, width: float, size: float, *, bold: bool) -> list[str]:
    """A word in pieces that each fit a line."""
    if width_of(word, size, bold=bold) <= width:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and width_of(pieces[-1] + character, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def height_of(paragraphs: Sequence[Paragraph], width: float) -> float:
    """How high paragraphs under each other are."""
    return sum(
        len(lines(each.text, width, each.size, bold=each.bold)) * each.size * LINE for each in paragraphs
    )


def fitted(paragraph: Paragraph, box: Box, sizes: Sequence[float] = ()) -> Paragraph:
    """The paragraph in the first of its size and the smaller ``sizes`` in which it fits a box; where none
    does, in the smallest, shortened with an ellipsis.
    """
    tries = [replace(paragraph, size=size) for size in (paragraph.size, *sizes)]
    for attempt in tries:
        if height_of([attempt], box.width) <= box.height:
            return attempt
    return _shortened(tries[-1], box)


def _shortened(paragraph: Paragraph, box: Box) -> Paragraph:
    """As many of the text's words as fit a box, and an ellipsis; at least one word."""
    words = paragraph.text.split(" ")
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        attempt = replace(paragraph, text=_cut(words, middle))
        if height_of([attempt], box.width) <= box.height:
            low = middle
        else:
            high = middle - 1
    return replace(paragraph, text=_cut(words, low))


def _cut(words: Sequence[str], count: int) -> str:
    return " ".join(words[:count]).rstrip(" ,;:-–.\n") + " …"
