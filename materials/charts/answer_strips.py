"""Strips of answers on a sheet: a square for each, and what stands beside and above them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from evaluation.findings import PrincipleFinding
from language import Words
from materials.charts.answer_words import strip_label
from materials.charts.chart import numbered, verdict_in_words
from materials.charts.sheet import LINE, PLATES, Sheet, Text, as_text, marker
from materials.charts.squares import EM, Picture, Square, Strip
from materials.charts.theme import DOTTED, MUTED, THIN

BETWEEN = 6
WIDEST = 34
"""No square is drawn wider than this many pixels on a screen."""


@dataclass(frozen=True)
class Columns:
    """The widths in pixels of the principles' titles (none: they stand above), of what stands beside a strip,
    and of the strips.
    """

    titles: float
    labels: float
    drawing: float
    widest: float = WIDEST

    @property
    def left(self) -> float:
        return self.titles + self.labels

    def across(self, drawn: Picture) -> float:
        """How many squares are as wide as the drawing: at least so many that none becomes too wide."""
        return max(drawn.right - drawn.left, self.drawing / self.widest)

    def pixels(self, drawn: Picture) -> float:
        """A square's width."""
        return self.drawing / self.across(drawn)

    def x_range(self, drawn: Picture) -> tuple[float, float]:
        """The axis: what is drawn, and room to its right where squares would be too wide."""
        return drawn.left - 0.05, drawn.left + self.across(drawn) + 0.05


ALONE = Columns(0, 262, 938, widest=80)
"""One principle on a slide, whose title names it."""


@dataclass(frozen=True)
class Row:
    """A strip, and the y of its middle in pixels."""

    strip: Strip
    y: float


@dataclass
class Strips:
    """The strips on a sheet, ``square`` pixels high."""

    sheet: Sheet
    drawn: Picture
    columns: Columns
    square: float
    rows: list[Row] = field(default_factory=list)

    def principle(self, finding: PrincipleFinding, y: float, words: Words) -> float:
        """A principle's words and its strips, beside or under them; returns the y below them."""
        below = y if self.columns is ALONE else self._heading(finding, y, words)
        if not self.columns.titles and self.columns is not ALONE:
            y = below + 6
        top = y
        for strip in self.drawn.of(finding.principle):
            _label(self.sheet, finding, strip.level, y + self.square / 2, words)
            self.rows.append(Row(strip, y + self.square / 2))
            y += self.square + BETWEEN
        self.sheet.rule(0, (top - 4, y - BETWEEN + 4), colour=MUTED)
        return max(below, y - BETWEEN)

    def _heading(self, finding: PrincipleFinding, y: float, words: Words) -> float:
        """The principle and its verdict, sign, word and marks."""
        shape = self.sheet.page
        look = {"size": shape.caption, "colour": MUTED}
        texts: list[Text] = [
            (numbered(finding, words), {"bold": True}),
            (verdict_in_words(finding, words), look),
        ]
        return self.sheet.column(
            texts, y, (0, self.columns.titles - 16 if self.columns.titles else shape.width)
        )

    def draw(self) -> None:
        """Every square, those of one pattern in one trace, with its sign in it."""
        places = [(row.y, square, square.start) for row in self.rows for square in row.strip.ratings]
        places += [
            (row.y, square, square.start + self.drawn.missing_start)
            for row in self.rows
            for square in row.strip.missing
        ]
        for pattern in ("", THIN, DOTTED):
            if chosen := [place for place in places if place[1].entry.pattern == pattern]:
                _trace(self.sheet, chosen, pattern, self.square)
        for place in places:
            self._inscribe(*place)

    def _inscribe(self, y: float, square: Square, start: float) -> None:
        """The square's sign as large as there is room for; on a pattern, on a plate."""
        pixels, shape = self.columns.pixels(self.drawn), self.sheet.page
        sizes = (shape.number, shape.small)
        fitting = [(square.sign_within(square.bodies * pixels / size), size) for size in sizes]
        sign, size = max(fitting, key=lambda pair: len(pair[0]))
        spot = (start + square.bodies / 2, y)
        if square.entry.pattern in PLATES:
            self.sheet.plates(
                [spot], across=EM * (len(sign) + 0.3) * size / pixels, colour=PLATES[square.entry.pattern]
            )
        self.sheet.inscribe(sign, spot, colour=square.entry.ink, size=size)


def _label(sheet: Sheet, finding: PrincipleFinding, level: str, middle: float, words: Words) -> None:
    """What stands beside a strip, around its middle."""
    size = sheet.page.caption
    spot = {"xshift": -10, "xanchor": "right", "size": size, "colour": MUTED}
    sheet.write([strip_label(finding, level, words)], middle - size * LINE / 2, **spot)


def _trace(
    sheet: Sheet, places: Sequence[tuple[float, Square, float]], pattern: str, square_size: float
) -> None:
    sheet.bar(
        y=[y for y, _, _ in places],
        base=[start + 0.03 for _, _, start in places],
        x=[square.bodies - 0.06 for _, square, _ in places],
        width=square_size,
        marker=marker([square.entry.shade for _, square, _ in places], pattern),
        hovertext=[as_text(*_names(square), square.entry.label) for _, square, _ in places],
        hoverinfo="text",
    )


def _names(square: Square) -> list[str]:
    return [answer.name for answer in square.answers]
