"""One fact through time: a mark a year or a quarter, the norm as a line, and under each year of how many
consultations it is known.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from math import isinf

import pandas as pd
import plotly.graph_objects as go

from evaluation.confidence_words import waiting_words
from evaluation.fact_words import known_words
from evaluation.findings import Measurement
from evaluation.principles import INDICATORS
from evaluation.units import norm_words, quantity, value_words
from language import N_, Words
from materials.charts.chart import Chart, Scope
from materials.charts.file_figure import MARGINS
from materials.charts.shape import Shape
from materials.charts.sheet import LINE, Sheet, as_text, new_sheet
from materials.charts.theme import HIGHER, LOWER, MUTED, RULE, SHADE, TEXT

TALL, DOT = 170, 11
MARKS: Mapping[bool | None, tuple[str, str]] = {
    True: ("circle", HIGHER),
    False: ("x", LOWER),
    None: ("circle-open", MUTED),
}
YEAR, QUARTER = "year", "quarter"
HALF = {YEAR: 182, QUARTER: 45}
"""How many days into a period its mark stands."""
FEWEST = 5
"""Where most quarters hold fewer consultations than this, years say more."""
KNOWN = N_("The number under each year: how many consultations it is known of")
Period = tuple[date, Measurement]


def is_by_year(series: Sequence[Period]) -> bool:
    """Whether most quarters of a series by quarter hold so few that one consultation decides."""
    known_counts = [each.known for _, each in series if each.known]
    return sum(count < FEWEST for count in known_counts) > len(known_counts) / 2


def through_time(series: Sequence[Period], scope: Scope, words: Words, *, period: str) -> Chart:
    """``series`` has the first day of each ``period`` (``year`` or ``quarter``) and one indicator's
    measurement in it, oldest first.

    A period where nothing is known has no mark. No line joins the marks: between two nothing was measured.
    """
    indicator = INDICATORS[series[0][1].indicator]
    results = [each for _, each in series if each.met is not None]
    label, met = words(indicator.label), sum(bool(each.met) for each in results)
    title = _title(label, met, len(results), words, period=period)
    norm = norm_words(series[-1][1].norm, indicator, series[-1][1].unit)
    sentence = "; ".join(f"{_name(day, words, period)}: {_value(each, words)}" for day, each in series)
    return Chart(
        name="through_time",
        title=title if results else label,
        subtitle=scope.subtitle(words.say(norm) if norm else ""),
        footer=scope.footer(words),
        alt=f"{title if results else label}. {sentence}.",
        table=_table(series, words, period),
        language=words.code,
        drawing=lambda shape: _figure(series, shape, words, period),
        file_stem=scope.file_stem(words("facts"), label),
    )


def _title(label: str, met: int, count: int, words: Words, *, period: str) -> str:
    if period == YEAR:
        return words.many(
            "{label}: the norm was met in {met} of {count} year",
            "{label}: the norm was met in {met} of {count} years",
            count,
            label=label,
            met=met,
        )
    return words.many(
        "{label}: the norm was met in {met} of {count} quarter",
        "{label}: the norm was met in {met} of {count} quarters",
        count,
        label=label,
        met=met,
    )


def _figure(series: Sequence[Period], shape: Shape, words: Words, period: str) -> go.Figure:
    first, last = series[0][0], series[-1][0]
    span = (
        pd.Timestamp(first.year, 1, 1) - pd.Timedelta(days=20),
        pd.Timestamp(last.year + 1, 1, 1) + pd.Timedelta(days=20),
    )
    sheet = new_sheet(words.code, shape, x_range=span, type="date")
    limits = _limits(series)
    highest = (
        1.0
        if series[0][1].unit == "share"
        else 1.15 * max([each.value or 0 for _, each in series] + list(limits) + [0.8])
    )
    top = 2.6 * shape.small
    under = 3.6 * shape.caption * LINE
    tall = TALL * shape.marks if isinf(shape.room) else shape.room - MARGINS - top - under
    for year in range(first.year, last.year + 1):
        below = _year(
            sheet, [each for each in series if each[0].year == year], year, (top, top + tall), words
        )
    sheet.write([words(KNOWN)], below + 2, size=shape.small, colour=MUTED)
    for limit in limits:
        y = top + tall * (1 - limit / highest)
        sheet.shape(
            type="line", x0=span[0], x1=span[1], y0=y, y1=y, line={"color": TEXT, "width": 2}, layer="below"
        )
    for amount in (0, highest / 2, highest) if series[0][1].unit == "share" else (0, *limits):
        label = words.say(quantity(amount, series[0][1].unit))
        sheet.write(
            [label], top + tall * (1 - amount / highest) - shape.small * 1.4, size=shape.small, colour=MUTED
        )
    for day, each in series:
        if each.value is not None:
            y = top + tall * (1 - each.value / highest)
            _mark(sheet, (day, each), y, words, period=period)
            if period == YEAR:
                lines = [0.0, *(top + tall * (1 - limit / highest) for limit in limits)]
                _value_beside(sheet, (day, each), y, words, lines=lines)
    return sheet.cut(top + tall + under)


def _mark(sheet: Sheet, measured: Period, y: float, words: Words, *, period: str) -> None:
    """A mark in the middle of its period."""
    day, each = measured
    symbol, colour = MARKS[each.met]
    x = pd.Timestamp(day) + pd.Timedelta(days=HALF[period])
    hover = as_text(_name(day, words, period), _value(each, words))
    sheet.dot(x, y, hover, symbol=symbol, size=DOT, color=colour, pen=colour)


def _value_beside(sheet: Sheet, measured: Period, y: float, words: Words, *, lines: Sequence[float]) -> None:
    """The value above its mark, or below it where it would lie across one of the ``lines``."""
    day, each = measured
    size, away = sheet.page.small, 0.8 * DOT * sheet.page.marks
    above = y - away - size * LINE
    is_crossed = any(above <= line <= above + size * LINE for line in lines)
    spot = {"x": pd.Timestamp(day) + pd.Timedelta(days=HALF[YEAR]), "xref": "x", "xanchor": "center"}
    sheet.write([words.say(value_words(each))], y + away if is_crossed else above, size=size, **spot)


def _year(
    sheet: Sheet, series: Sequence[Period], year: int, across: tuple[float, float], words: Words
) -> float:
    """A shade behind every other year, and under it the year and how many consultations are known; returns
    the y below them.
    """
    start, end = pd.Timestamp(year, 1, 1), pd.Timestamp(year + 1, 1, 1)
    fill = SHADE if year % 2 else "rgba(0,0,0,0)"
    sheet.shape(
        type="rect",
        x0=start,
        x1=end,
        y0=across[0],
        y1=across[1],
        fillcolor=fill,
        line={"width": 1, "color": RULE},
        layer="below",
    )
    known_count = sum(each.known for _, each in series)
    middle = {"x": start + (end - start) / 2, "xref": "x", "xanchor": "center"}
    bottom = sheet.write([str(year)], across[1] + 4, size=sheet.page.caption, **middle)
    return sheet.write([words.number(known_count)], bottom, size=sheet.page.small, colour=MUTED, **middle)


def _limits(series: Sequence[Period]) -> tuple[float, ...]:
    norm = series[-1][1].norm
    return norm if isinstance(norm, tuple) else () if norm is None else (norm,)


def _name(day: date, words: Words, period: str) -> str:
    if period == YEAR:
        return str(day.year)
    return words("quarter {quarter} of {year}", quarter=str((day.month + 2) // 3), year=str(day.year))


def _value(each: Measurement, words: Words) -> str:
    parts = [value_words(each), known_words(each), waiting_words(each)]
    return ", ".join(words.say(part) for part in parts if part)


def _table(series: Sequence[Period], words: Words, period: str) -> pd.DataFrame:
    """One row a period."""
    label = words("Year") if period == YEAR else words("Quarter")
    rows = [
        {
            label: _name(day, words, period),
            words("Value"): "" if each.value is None else words.say(value_words(each)),
            words("Known"): each.known,
            words("Not known"): each.unknown,
            words("Waiting"): each.waiting or 0,
        }
        for day, each in series
    ]
    return pd.DataFrame(rows)
