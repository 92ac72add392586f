"""How an answer looks in every chart, and the key above one: a row of swatches as wide as the drawing, each
with its words underneath.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from data.models import Answer
from evaluation.scales import NOT_ASSESSABLE, RATINGS
from language import N_, Words
from materials.charts.sheet import LINE, Sheet, wrap
from materials.charts.theme import (
    CLEAR,
    DOTTED,
    INK_DARK,
    MUTED,
    NOT_ANSWERED_SHADE,
    NOT_ASSESSABLE_SHADE,
    PAPER,
    RATING_SHADES,
    TEXT,
    THIN,
    Shade,
    steady,
)

SWATCH = 20
NOT_ANSWERED, DRAFT = N_("Not answered"), N_("Draft, not counted")


@dataclass(frozen=True)
class LegendEntry:
    """One look: what it means, its colours, the sign in it, and its pattern (none: filled)."""

    label: str
    shade: Shade
    sign: str = ""
    pattern: str = ""

    @property
    def ink(self) -> str:
        if self.pattern == THIN:
            return INK_DARK
        return TEXT if self.shade.fill == CLEAR else self.shade.ink


def answer_entry(answer: Answer, words: Words) -> LegendEntry:
    """How one body's answer looks, wherever it is drawn."""
    if answer.status != "submitted":
        if answer.status == "draft":
            return LegendEntry(words(DRAFT), NOT_ANSWERED_SHADE, "…")
        return LegendEntry(words(NOT_ANSWERED), NOT_ANSWERED_SHADE, "–", DOTTED)
    if answer.rating is None:
        return LegendEntry(words(NOT_ASSESSABLE), NOT_ASSESSABLE_SHADE, words("n/a"))
    label, shade = words(RATINGS[answer.rating]), RATING_SHADES[answer.rating]
    if answer.basis == "thin":
        return LegendEntry(words("{rating}, on a thin basis", rating=label), shade, str(answer.rating), THIN)
    return LegendEntry(label, shade, str(answer.rating))


def ratings(words: Words) -> list[LegendEntry]:
    """The five steps, low to high."""
    return [LegendEntry(words(RATINGS[step]), shade, str(step)) for step, shade in RATING_SHADES.items()]


def thin(words: Words) -> list[LegendEntry]:
    """A rating on a thin basis, told apart from a documented one by what it lacks: the whole fill."""
    return [LegendEntry(words("Thin basis"), RATING_SHADES[4], "4", THIN)]


def missing(words: Words) -> list[LegendEntry]:
    """The two ways in which a rating is missing."""
    return [
        LegendEntry(words(NOT_ASSESSABLE), NOT_ASSESSABLE_SHADE, words("n/a")),
        LegendEntry(words(NOT_ANSWERED), NOT_ANSWERED_SHADE, "–", DOTTED),
    ]


def draw(sheet: Sheet, entries: Sequence[LegendEntry], y: float, *, left: float, width: float) -> float:
    """Draw the entries side by side, their tops at ``y``; returns the y below their words.

    They start ``left`` pixels from the drawing's left edge and share ``width`` pixels, whatever the figure's
    own width.
    """
    each, lines, size, high = width / len(entries), 1, key_size(sheet), SWATCH * sheet.page.marks
    for place, entry in enumerate(entries):
        start = left + place * each
        swatch(sheet, entry, (start, start + each - 3), y)
        label = wrap(entry.label, each - (10 if sheet.page.is_wide else 2), size, measure=sheet.measure)
        spot = {"xshift": start + (each - 3) / 2, "xanchor": "center", "colour": MUTED}
        sheet.write(label, y + high + 3, size=size, **spot)
        lines = max(lines, len(label))
    return y + high + 3 + lines * size * LINE


def draw_list(sheet: Sheet, entries: Sequence[LegendEntry], y: float, across: tuple[float, float]) -> float:
    """Draw the entries under each other from one pixel to another of the drawing, their words beside them;
    returns the y below.
    """
    left, right = across
    high = SWATCH * sheet.page.marks
    for entry in entries:
        swatch(sheet, entry, (left, left + 44), y)
        size = key_size(sheet)
        lines = wrap(entry.label, right - left - 54, size, measure=sheet.measure)
        below = sheet.write(lines, y + (high - size * LINE) / 2, size=size, xshift=left + 54, colour=MUTED)
        y = max(y + high, below) + 5
    return y


def key_size(sheet: Sheet) -> float:
    """The type of a key's words and signs."""
    return sheet.page.small


def swatch(sheet: Sheet, entry: LegendEntry, across: tuple[float, float], y: float) -> None:
    """A box from one pixel to another with the entry's pattern, and its sign in the middle."""
    left, right = across
    high, size = SWATCH * sheet.page.marks, key_size(sheet)
    anchor = {
        "xref": "paper",
        "xsizemode": "pixel",
        "xanchor": 0,
        "ysizemode": "pixel",
        "yanchor": y + high - 0.5,
    }
    box, pen = _box(left + 0.5, right - 0.5, high - 1), {"color": entry.shade.outline, "width": 1}
    fill = PAPER if entry.pattern == THIN else entry.shade.fill
    sheet.shape(type="path", path=box, fillcolor=fill, line=pen, **anchor)
    middle = (left + right) / 2
    if entry.pattern == THIN:
        pen = {"color": steady(entry.shade.outline), "width": 4}
        sheet.shape(type="path", path=_diagonals(left + 1, right - 1, high - 2), line=pen, **anchor)
        half = 6 * sheet.page.marks
        plate = _box(middle - half, middle + half, high - 5, bottom=3)
        sheet.shape(type="path", path=plate, fillcolor=PAPER, line={"width": 0}, **anchor)
    elif entry.pattern == DOTTED:
        pen = {"color": entry.shade.outline, "width": 1.4}
        sheet.shape(type="path", path=_dots(left, right, middle, high), line=pen, **anchor)
    spot = {"xshift": middle, "xanchor": "center", "colour": entry.ink}
    if entry.sign:
        sheet.write([entry.sign], y + (high - size * LINE) / 2, size=size, **spot)


def _box(left: float, right: float, top: float, bottom: float = 0) -> str:
    return f"M{left:.1f},{bottom:.1f}L{left:.1f},{top:.1f}L{right:.1f},{top:.1f}L{right:.1f},{bottom:.1f}Z"


def _diagonals(left: float, right: float, height: float) -> str:
    """Slanting lines every nine pixels, within the box."""
    starts = range(round(left) - round(height) + 6, round(right) - 2, 9)
    ends = [(x, max(x, left), min(x + height, right)) for x in starts]
    return "".join(f"M{a:.1f},{a - x:.1f}L{b:.1f},{b - x:.1f}" for x, a, b in ends)


def _dots(left: float, right: float, middle: float, height: float) -> str:
    """Dots every five pixels, none where the sign stands."""
    spots = [
        (x, y) for y in range(4, round(height) - 4, 5) for x in range(round(left) + 4, round(right) - 2, 5)
    ]
    return "".join(f"M{x},{y}L{x + 1.4:.1f},{y}" for x, y in spots if abs(x - middle) > 0.35 * height)
