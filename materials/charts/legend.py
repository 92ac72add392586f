"""The key above a chart: a row of swatches as wide as the drawing, each with its words underneath."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evaluation.scales import NOT_ASSESSABLE, RATINGS
from language import Words
from materials.charts.sheet import LINE, NARROW, Sheet, wrap
from materials.charts.theme import (
    CLEAR,
    HATCH,
    MUTED,
    NOT_ANSWERED_SHADE,
    NOT_ASSESSABLE_SHADE,
    RATING_SHADES,
    TEXT,
    Shade,
)

SWATCH, SIZE = 20, 11
THIN = "*"


@dataclass(frozen=True)
class LegendEntry:
    """One swatch: what it means, its colours, the sign in it, and whether it is hatched or only outlined."""

    label: str
    shade: Shade
    sign: str = ""
    hatched: bool = False
    outline: float = 1

    @property
    def ink(self) -> str:
        return TEXT if self.shade.fill == CLEAR else self.shade.ink


def ratings(words: Words) -> list[LegendEntry]:
    """The five steps, low to high."""
    return [LegendEntry(words(RATINGS[step]), shade, str(step)) for step, shade in RATING_SHADES.items()]


def thin(words: Words) -> list[LegendEntry]:
    """A rating on a thin basis, told apart from a documented one by what it lacks: the fill."""
    return [LegendEntry(words("Thin basis"), outlined(RATING_SHADES[4]), f"4{THIN}", outline=3)]


def outlined(shade: Shade) -> Shade:
    """A shade's outline without its fill."""
    return Shade(CLEAR, shade.outline)


def missing(words: Words) -> list[LegendEntry]:
    """The two ways in which a rating is missing."""
    return [
        LegendEntry(words(NOT_ASSESSABLE), NOT_ASSESSABLE_SHADE, words("n/a")),
        LegendEntry(words("Not answered"), NOT_ANSWERED_SHADE, "–", hatched=True),
    ]


def without_signs(entries: Sequence[LegendEntry]) -> list[LegendEntry]:
    """The same swatches empty, for a chart whose numbers are counts and not ratings."""
    return [replace(entry, sign="") for entry in entries]


def draw(
    sheet: Sheet, entries: Sequence[LegendEntry], y: float, *, left: float = 0, width: float = NARROW
) -> float:
    """Draw the entries side by side, their tops at ``y``; returns the y below their words.

    They start ``left`` pixels from the drawing's left edge and share ``width`` pixels, whatever the figure's
    own width.
    """
    each, lines = width / len(entries), 1
    for place, entry in enumerate(entries):
        start = left + place * each
        swatch(sheet, entry, (start, start + each - 3), y)
        label = wrap(entry.label, each - 2, SIZE)
        spot = {"xshift": start + (each - 3) / 2, "xanchor": "center", "colour": MUTED}
        sheet.write(label, y + SWATCH + 3, size=SIZE, **spot)
        lines = max(lines, len(label))
    return y + SWATCH + 3 + lines * SIZE * LINE


def swatch(sheet: Sheet, entry: LegendEntry, across: tuple[float, float], y: float) -> None:
    """A box from one pixel to another, hatched where the entry is, with the entry's sign in its middle."""
    left, right = across
    inset = entry.outline / 2
    anchor = {
        "xref": "paper",
        "xsizemode": "pixel",
        "xanchor": 0,
        "ysizemode": "pixel",
        "yanchor": y + SWATCH - inset,
    }
    if entry.hatched:
        sheet.shape(
            type="path", path=_hatches(left, right, SWATCH), line={"color": HATCH, "width": 1.4}, **anchor
        )
    pen = {"color": entry.shade.outline, "width": entry.outline}
    box = _box(left + inset, right - inset, SWATCH - 2 * inset)
    sheet.shape(type="path", path=box, fillcolor=entry.shade.fill, line=pen, **anchor)
    spot = {"xshift": (left + right) / 2, "xanchor": "center", "colour": entry.ink}
    if entry.sign:
        sheet.write([entry.sign], y + (SWATCH - SIZE * LINE) / 2, size=SIZE, **spot)


def _box(left: float, right: float, height: float) -> str:
    return f"M{left:.1f},0L{left:.1f},{height:.1f}L{right:.1f},{height:.1f}L{right:.1f},0Z"


def _hatches(left: float, right: float, height: float) -> str:
    """Slanting lines every seven pixels, within the box."""
    starts = range(round(left) - round(height) + 6, round(right) - 2, 7)
    ends = [(x, max(x, left), min(x + height, right)) for x in starts]
    return "".join(f"M{a:.1f},{a - x:.1f}L{b:.1f},{b - x:.1f}" for x, a, b in ends)
