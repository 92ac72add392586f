"""Our indicators within the others' spread: a line from the lowest to the highest, a band for the middle
half, and ours marked on it. Nobody is ranked, and nobody named who did not agree to it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from evaluation.comparison import OwnAmongOthers
from evaluation.distribution import FEWEST
from evaluation.principles import INDICATORS
from evaluation.units import NO_CASE, quantity, value_words
from language import N_, Words
from materials.charts.chart import Chart, Scope
from materials.charts.fitting import fitted
from materials.charts.shape import Shape
from materials.charts.sheet import Sheet, Text, as_text, new_sheet
from materials.charts.theme import HIGHER, MUTED, PAPER, RULE, SHADE, TEXT, WINDOW

KEY = N_(
    "Line: lowest to highest. Band: the middle half, parted at the middle. Diamond: ours. Circle: one that"
    " agreed to be named."
)
BAR, BETWEEN = 16, 22
NAMES, LINES = 390, 430
"""The widths of what is measured and of what it came to, beside the bars where a shape is wide."""


@dataclass(frozen=True)
class Row:
    """One indicator of ours among the others', and how it is said."""

    compared: OwnAmongOthers
    words: Words

    @property
    def label(self) -> str:
        return self.words(INDICATORS[self.compared.indicator].label)

    @property
    def own(self) -> str:
        """``vores: 91 %``."""
        own = self.compared.own
        value = self.words(NO_CASE) if own is None else self.words.say(value_words(own))
        return self.words("ours: {value}", value=value)

    @property
    def middle(self) -> str:
        """The middle half of the others, or why none is shown."""
        quartiles = self.compared.quartiles
        if quartiles is None:
            return self.words("the others: too few to show, a spread takes {count}", count=FEWEST)
        lower, upper = self.amount(quartiles.lower), self.amount(quartiles.upper)
        if lower == upper:
            return self.words("the middle half of the others: {value}", value=lower)
        return self.words("the middle half of the others: {lower} to {upper}", lower=lower, upper=upper)

    @property
    def basis(self) -> str:
        """Of how many others it is known."""
        spread = self.compared.spread
        return self.words(
            "n = {known} others, not known of {unknown}", known=spread.known, unknown=spread.unknown
        )

    @property
    def line(self) -> str:
        return f"{self.own} · {self.middle}"

    @property
    def longest(self) -> float:
        """Where the axis ends: 100 % for a share, else at a round number beyond all that is drawn."""
        if INDICATORS[self.compared.indicator].unit == "share":
            return 1.0
        own, quartiles = self.compared.own, self.compared.quartiles
        values = [own.value or 0 if own else 0, quartiles.highest if quartiles else 0, 0.8]
        return round_above(1.1 * max(values))

    def amount(self, value: float) -> str:
        """A value in words with its unit."""
        return self.words.say(quantity(value, INDICATORS[self.compared.indicator].unit))


def round_above(value: float) -> float:
    """The next whole number; from ten on the next that ends in 0 or 5, from a hundred on in 00 or 50, and
    so on.
    """
    step = 1.0 if value <= 10 else 5 * 10.0 ** (math.ceil(math.log10(value)) - 2)
    return step * math.ceil(value / step)


def others(compared: Sequence[OwnAmongOthers], scope: Scope, words: Words, *, name: str) -> Chart:
    """Ours among the others' for the indicators in the order given."""
    rows = [Row(each, words) for each in compared]
    title = _title(compared, words)
    return Chart(
        name=name,
        title=title,
        subtitle=scope.subtitle(),
        footer=scope.footer(words, words(KEY)),
        alt=f"{title}. " + " ".join(f"{row.label}: {row.line} ({row.basis})." for row in rows),
        table=_table(rows, words),
        language=words.code,
        drawing=lambda shape: _figure(rows, shape),
        file_stem=scope.file_stem(words("other municipalities"), scope.principle or ""),
    )


def _title(compared: Sequence[OwnAmongOthers], words: Words) -> str:
    results = [each.is_within for each in compared if each.is_within is not None]
    if not results:
        return words("There are too few others to show how ours lies among them")
    return words.many(
        "{within} of {count} value of ours lies within the middle half of the others",
        "{within} of {count} values of ours lie within the middle half of the others",
        len(results),
        within=sum(results),
    )


def _figure(rows: Sequence[Row], shape: Shape) -> go.Figure:
    language = rows[0].words.code if rows else "en"
    draw_row, between = (_wide_row, BETWEEN / 2) if shape.is_wide else (_row, BETWEEN)

    def draw(some: Sequence[Row], more: float) -> go.Figure:
        sheet, y = new_sheet(language, shape, left=6 + (NAMES + LINES) * shape.is_wide), 0.0
        for row in some:
            y = draw_row(sheet, row, y) + between + more
        return sheet.cut(max(y - between - more, 20))

    return fitted(rows, shape, draw, most=50)


def _row(sheet: Sheet, row: Row, y: float) -> float:
    """Its words, and under them its spread; returns the y below them."""
    y = sheet.column([(row.label, {"bold": True}), *_lines(row, sheet.page)], y, (0, sheet.page.width)) + 7
    return _spread_and_ticks(sheet, row, y)


def _wide_row(sheet: Sheet, row: Row, y: float) -> float:
    """The same side by side: what is measured, what it came to, its spread."""
    below = sheet.column([(row.label, {"bold": True})], y, (0, NAMES - 20))
    below = max(below, sheet.column(_lines(row, sheet.page), y, (NAMES, NAMES + LINES - 30)))
    return max(below, _spread_and_ticks(sheet, row, y + 4))


def _lines(row: Row, shape: Shape) -> list[Text]:
    look = {"size": shape.caption}
    return [(row.own, look), (row.middle, look), (row.basis, {**look, "colour": MUTED})]


def _spread_and_ticks(sheet: Sheet, row: Row, y: float) -> float:
    if row.compared.quartiles is None and (row.compared.own is None or row.compared.own.value is None):
        return y
    half = BAR * sheet.page.marks / 2
    _spread(sheet, row, y + half)
    _marks(sheet, row, y + half)
    return _ticks(sheet, row, y + 2 * half + 5)


def _spread(sheet: Sheet, row: Row, y: float) -> None:
    """The track, the line from the lowest to the highest, the band of the middle half and its middle."""
    half, longest, quartiles = BAR * sheet.page.marks / 2, row.longest, row.compared.quartiles
    box = {"type": "rect", "y0": y - half, "y1": y + half, "layer": "below"}
    sheet.shape(x0=0, x1=1, fillcolor=SHADE, line={"color": RULE, "width": 1}, **box)
    if quartiles is None:
        return
    ends = {"x0": quartiles.lowest / longest, "x1": quartiles.highest / longest, "y0": y, "y1": y}
    sheet.shape(type="line", line={"color": WINDOW, "width": 2}, layer="below", **ends)
    band = {"x0": quartiles.lower / longest, "x1": quartiles.upper / longest}
    sheet.shape(fillcolor=WINDOW, line={"color": WINDOW, "width": 1}, **(box | band))
    sheet.rule(quartiles.median / longest, (y - half, y + half), colour=PAPER, width=3)


def _marks(sheet: Sheet, row: Row, y: float) -> None:
    """Those that agreed to be named, and ours on top."""
    for name, value in sorted(row.compared.named.items()):
        hover = as_text(name, row.amount(value))
        sheet.dot(value / row.longest, y, hover, symbol="circle", size=8, color=PAPER, pen=TEXT)
    own = row.compared.own
    if own is not None and own.value is not None:
        hover = as_text(row.label, row.line, row.basis)
        sheet.dot(own.value / row.longest, y, hover, symbol="diamond", size=15, color=HIGHER, pen=PAPER)


def _ticks(sheet: Sheet, row: Row, y: float) -> float:
    """0, 50 and 100 % for a share; 0 and the end of the axis for the rest."""
    is_share = INDICATORS[row.compared.indicator].unit == "share"
    bottom = y
    for mark in (0, 0.5, 1) if is_share else (0, row.longest):
        x = mark / row.longest
        anchor = "left" if x == 0 else "right" if x == 1 else "center"
        spot = {"x": x, "xref": "x", "xanchor": anchor, "colour": MUTED}
        bottom = sheet.write([row.amount(mark)], y, size=sheet.page.small, **spot)
    return bottom


def _table(rows: Sequence[Row], words: Words) -> pd.DataFrame:
    """One row for each indicator: ours, the others' quartiles, of how many it is known, and who agreed to be
    named.
    """
    columns = {
        "lowest": words("Lowest"),
        "lower": words("A quarter below"),
        "median": words("Middle"),
        "upper": words("A quarter above"),
        "highest": words("Highest"),
    }
    return pd.DataFrame(
        [
            {
                words("Indicator"): row.label,
                words("Ours"): "" if row.compared.own is None else words.say(value_words(row.compared.own)),
                **{
                    column: row.amount(getattr(row.compared.quartiles, name))
                    if row.compared.quartiles
                    else ""
                    for name, column in columns.items()
                },
                words("Known of"): row.compared.spread.known,
                words("Not known"): row.compared.spread.unknown,
                words("Named"): words.listed(
                    [f"{name} {row.amount(value)}" for name, value in sorted(row.compared.named.items())]
                ),
            }
            for row in rows
        ]
    )
