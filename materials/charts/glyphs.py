"""The letters of our typeface as outlines, and the signs that it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

from materials.fonts import FOLDER

FILES: Mapping[bool, str] = {False: "SourceSansPro-Regular.ttf", True: "SourceSansPro-Bold.ttf"}
_ROUND = "M80,330a300,300 0 1,0 600,0a300,300 0 1,0 -600,0Z"
_HOLE = "M140,330a240,240 0 1,1 480,0a240,240 0 1,1 -480,0Z"
SIGNS: Mapping[str, tuple[str, int]] = {
    "●": (_ROUND, 760),
    "○": (_ROUND + _HOLE, 760),
    "◐": (_ROUND + _HOLE + "M380,570a240,240 0 0,1 0,-480Z", 760),
    "◇": ("M380,680L730,330L380,-20L30,330ZM380,590L120,330L380,70L640,330Z", 760),
    "\u2002": ("", 500),
    "\u00a0": ("", 200),
}
"""Path and width of the signs that it lacks, in units of which 1000 are the type's size."""


@dataclass(frozen=True)
class Glyph:
    """A letter's path, y counted upwards from its line, and how far it moves the next; both in 1000ths of the
    type's size.
    """

    path: str
    advance: float


@cache
def glyph(character: str, bold: bool) -> Glyph | None:
    """A character's outline; None where our typeface lacks it."""
    font = _font(bold)
    name = font.getBestCmap().get(ord(character))
    if name is None:
        return Glyph(*SIGNS[character]) if character in SIGNS else None
    pen = SVGPathPen(font.getGlyphSet(), ntos=lambda number: f"{number:.0f}")
    font.getGlyphSet()[name].draw(pen)
    return Glyph(pen.getCommands(), font["hmtx"][name][0])


@cache
def _font(bold: bool) -> TTFont:
    return TTFont(FOLDER / FILES[bold])
