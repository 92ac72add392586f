"""Effort against need: the hours each consultation took, in a lane for each planned scale, with the norms'
band in it.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.queries.scale_bands import Band, scale_bands
from evaluation.effort import known_efforts
from evaluation.scales import SCALES
from evaluation.units import quantity
from language import Words
from materials.charts.chart import Chart, Scope
from materials.charts.fitting import fitted
from materials.charts.shape import Shape
from materials.charts.sheet import Sheet, as_text, new_sheet, wrap
from materials.charts.theme import LOWER, MUTED, RULE, SHADE, WINDOW

LANE, DOT = 54, 10
EDGE = 0.15
"""What is free at both ends of the axis, in powers of ten."""
LEVELS = 4
"""On how many levels of a lane the dots lie, one after another, so that few hide each other."""


@dataclass(frozen=True)
class _Axis:
    """The ends of the axis, as powers of ten; ``has_none`` where some took no hours at all, which no
    logarithm has: they lie left of a line of their own.
    """

    low: float
    high: float
    has_none: bool

    @property
    def span(self) -> tuple[float, float]:
        return self.low - (2 * EDGE if self.has_none else 0), self.high

    def place(self, hours: float) -> float:
        """Where so many hours lie."""
        return log10(hours) if hours else self.span[0] + EDGE


def effort(consultations: pd.DataFrame, norms: Mapping[str, float], scope: Scope, words: Words) -> Chart:
    """A dot a consultation with known scale and hours, on a logarithmic axis of hours, which has a place of
    its own for none at its left.

    ``consultations`` has title, scale, hours_planned and hours_spent (missing where not known). Left of the
    band of a large matter lies too little, right of that of a small one too much; both corners are named, and
    those outside are marked.
    """
    known_rows, bands = known_efforts(consultations), scale_bands(norms)
    counts_by_scale = {
        scale: _outside(known_rows[known_rows["scale"] == scale], bands.get(scale)) for scale in SCALES
    }
    title = _title(len(known_rows), counts_by_scale, words)
    basis = words(
        "{known} with known scale and hours", known=words.share_of(len(known_rows), len(consultations))
    )
    return Chart(
        name="effort",
        title=title,
        subtitle=scope.subtitle(basis),
        footer=scope.footer(words),
        alt=f"{title}. {_in_words(known_rows, counts_by_scale, words)}",
        table=_table(consultations, words),
        language=words.code,
        drawing=lambda shape: _figure(known_rows, bands, shape, words),
        file_stem=scope.file_stem(words("effort")),
    )


def _outside(of_scale: pd.DataFrame, band: Band | None) -> tuple[int, int]:
    """How many lie below and above their band."""
    if band is None:
        return 0, 0
    hours = of_scale["hours_spent"]
    return int(hours.map(band.is_below).sum()), int(hours.map(band.is_above).sum())


def _title(known_count: int, counts_by_scale: Mapping[str, tuple[int, int]], words: Words) -> str:
    if not known_count:
        return words("The records don't say yet what the consultations took")
    little, much = (
        sum(below for below, _ in counts_by_scale.values()),
        sum(above for _, above in counts_by_scale.values()),
    )
    if not little and not much:
        return words("Every known effort lies in the band of its scale")
    more = words.many(
        "{count} took more than a matter of its size", "{count} took more than a matter of their size", much
    )
    less = words.many("{count} took less", "{count} took less", little) if little else words("none took less")
    return words("{more}; {less}", more=more, less=less)


def _in_words(known_rows: pd.DataFrame, counts_by_scale: Mapping[str, tuple[int, int]], words: Words) -> str:
    parts = []
    for scale, label in SCALES.items():
        below, above = counts_by_scale[scale]
        number = int((known_rows["scale"] == scale).sum())
        parts.append(
            words(
                "{scale}: {number}, of which {below} below and {above} above the band",
                scale=words(label),
                number=number,
                below=below,
                above=above,
            )
        )
    return "; ".join(parts) + "."


def _figure(known_rows: pd.DataFrame, bands: Mapping[str, Band], shape: Shape, words: Words) -> go.Figure:
    if known_rows.empty:
        sheet = new_sheet(words.code, shape)
        sentence = words("No consultation has both a planned scale and known hours.")
        return sheet.cut(sheet.column([(sentence, {"colour": MUTED})], 8, (0, shape.width)) + 8)
    axis = _axis_of(known_rows, bands)

    def draw(scales: Sequence[str], more: float) -> go.Figure:
        sheet, y = new_sheet(words.code, shape, x_range=axis.span), 0.0
        for scale in scales:
            y = _corner(sheet, scale, y, words)
            rows, lane = known_rows[known_rows["scale"] == scale], LANE + more
            _lane(sheet, (y, y + lane), bands.get(scale), axis)
            for place, row in enumerate(rows.to_dict("records")):
                across = y + lane * (place % LEVELS + 0.7) / (LEVELS + 0.4)
                _dot(sheet, row, (axis.place(row["hours_spent"]), across), bands.get(scale), words)
            y += lane + 12
        return sheet.cut(_label(sheet, y - 4, axis, words))

    return fitted(list(SCALES)[::-1], shape, draw, most=80)


def _corner(sheet: Sheet, scale: str, y: float, words: Words) -> float:
    """A lane's name, and which doubt its outer end stands for; returns the y below them."""
    bottom = sheet.write([words(SCALES[scale])], y, bold=True) + 2
    corner = {
        "large": words("← Too little on a large matter?"),
        "small": words("Too much on a small matter? →"),
    }.get(scale)
    if corner:
        size = sheet.page.caption
        side = {"x": 0} if scale == "large" else {"x": 1, "xanchor": "right"}
        lines = wrap(corner, sheet.page.width, size, measure=sheet.measure)
        return sheet.write(lines, bottom, size=size, colour=LOWER, **side) + 2
    return bottom


def _axis_of(known_rows: pd.DataFrame, bands: Mapping[str, Band]) -> _Axis:
    """The axis around all hours and the norms."""
    hours_spent = known_rows["hours_spent"]
    hours = [
        *hours_spent[hours_spent > 0],
        *(end for band in bands.values() for end in (band.above, band.up_to) if end),
    ] or [1, 100]
    return _Axis(log10(min(hours)) - EDGE, log10(max(hours)) + EDGE, has_none=bool((hours_spent == 0).any()))


def _lane(sheet: Sheet, across: tuple[float, float], band: Band | None, axis: _Axis) -> None:
    (y, bottom), span = across, axis.span
    sheet.shape(
        type="rect",
        x0=span[0],
        x1=span[1],
        y0=y,
        y1=bottom,
        line={"color": RULE, "width": 1},
        layer="below",
    )
    if band:
        start = max(log10(band.above), span[0]) if band.above else span[0]
        end = min(log10(band.up_to), span[1]) if band.up_to else span[1]
        sheet.shape(
            type="rect",
            x0=start,
            x1=end,
            y0=y,
            y1=bottom,
            fillcolor=SHADE,
            line={"width": 0},
            layer="below",
        )
    if axis.has_none:
        line = {"color": MUTED, "width": 1, "dash": "dot"}
        sheet.shape(type="line", x0=axis.low, x1=axis.low, y0=y, y1=bottom, line=line)


def _dot(
    sheet: Sheet, row: Mapping[Hashable, Any], place: tuple[float, float], band: Band | None, words: Words
) -> None:
    hours = float(row["hours_spent"])
    is_inside = band is None or band.fits(hours)
    lines = [str(row["title"]), words.say(quantity(hours, "hours"))]
    if pd.notna(row["hours_planned"]):
        lines.append(words("planned: {hours}", hours=quantity(float(row["hours_planned"]), "hours")))
    symbol, colour = ("circle", WINDOW) if is_inside else ("x", LOWER)
    sheet.dot(*place, as_text(*lines), size=DOT, symbol=symbol, color=colour, pen=colour)


def _label(sheet: Sheet, y: float, axis: _Axis, words: Words) -> float:
    """Round hours under the lanes, and what they are; returns the y below them."""
    bottom = y
    for hours in _round_hours(axis):
        place = {"x": axis.place(hours), "xref": "x", "xanchor": "center"}
        bottom = sheet.write([words.number(hours)], y, **place, size=sheet.page.small, colour=MUTED)
    caption = words("Hours spent; each step to the right is about three times as many")
    if axis.has_none:
        caption = words(
            "Hours spent; each step to the right is about three times as many; 0 stands apart at the left"
        )
    lines = wrap(caption, sheet.page.width, sheet.page.caption, measure=sheet.measure)
    return sheet.write(lines, bottom, size=sheet.page.caption, colour=MUTED)


def _round_hours(axis: _Axis) -> list[float]:
    """None, where it has a place, and the round hours that are not too near an end."""
    powers = range(floor(axis.low), floor(axis.high) + 1)
    hours = [factor * 10.0**power for power in powers for factor in (1, 3)]
    ends = axis.low + 0.08, axis.high - 0.08
    return [*([0.0] if axis.has_none else []), *(each for each in hours if ends[0] <= log10(each) <= ends[1])]


def _table(consultations: pd.DataFrame, words: Words) -> pd.DataFrame:
    """All consultations, those with unknown scale or hours too."""
    return pd.DataFrame(
        {
            words("Consultation"): consultations["title"],
            words("Scale"): consultations["scale"].map(lambda key: words(SCALES[key]), na_action="ignore"),
            words("Hours planned"): consultations["hours_planned"],
            words("Hours spent"): consultations["hours_spent"],
            words("External cost (DKK)"): consultations["cost_dkk"],
            words("Participants"): consultations["participants"],
        }
    )
