"""One fact through time: a mark a quarter, the norm as a line, and under each year of how many
consultations it is known.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from evaluation.findings import Measurement
from evaluation.phrases import known_words
from evaluation.principles import INDICATORS
from evaluation.units import norm_words, quantity
from language import Words
from materials.charts.chart import Chart, Scope
from materials.charts.sheet import CAPTION, LINE, SMALL, Sheet, as_text, new_sheet
from materials.charts.theme import HIGHER, LOWER, MUTED, RULE, SHADE, TEXT

TALL, DOT = 170, 11
MARKS: Mapping[bool | None, tuple[str, str]] = {
    True: ("circle", HIGHER),
    False: ("x", LOWER),
    None: ("circle-open", MUTED),
}
Quarter = tuple[date, Measurement]


def quarters(found: Sequence[Quarter], scope: Scope, words: Words) -> Chart:
    """``found`` has the first day of each quarter and one indicator's measurement in it, oldest first.

    A quarter where nothing is known has no mark. No line joins the marks: between two quarters nothing was
    measured.
    """
    indicator = INDICATORS[found[0][1].indicator]
    figure = _figure(found, words)
    known = [each for _, each in found if each.met is not None]
    title = words.many(
        "{label}: the norm was met in {met} of {count} quarter",
        "{label}: the norm was met in {met} of {count} quarters",
        len(known),
        label=words(indicator.label),
        met=sum(bool(each.met) for each in known),
    )
    norm = norm_words(found[-1][1].norm, indicator)
    said = "; ".join(f"{_name(day, words)}: {_value(each, words)}" for day, each in found)
    return Chart(
        name="quarters",
        title=title if known else words(indicator.label),
        subtitle=scope.subtitle(words.say(norm) if norm else ""),
        footer=scope.footer(words),
        alt=f"{title if known else words(indicator.label)}. {said}.",
        table=_table(found, words),
        figure=figure,
        height=figure.layout.height,
    )


def _figure(found: Sequence[Quarter], words: Words) -> go.Figure:
    first, last = found[0][0], found[-1][0]
    span = (
        pd.Timestamp(first.year, 1, 1) - pd.Timedelta(days=20),
        pd.Timestamp(last.year + 1, 1, 1) + pd.Timedelta(days=20),
    )
    sheet = new_sheet(words.code, x_range=span, type="date")
    limits = _limits(found)
    highest = (
        1.0
        if found[0][1].unit == "share"
        else 1.15 * max([each.value or 0 for _, each in found] + list(limits) + [0.8])
    )
    top = 24.0
    for year in range(first.year, last.year + 1):
        _year(sheet, [each for each in found if each[0].year == year], year, top, words=words)
    for limit in limits:
        at = top + TALL * (1 - limit / highest)
        sheet.shape(
            type="line", x0=span[0], x1=span[1], y0=at, y1=at, line={"color": TEXT, "width": 2}, layer="below"
        )
    for amount in (0, highest / 2, highest) if found[0][1].unit == "share" else (0, *limits):
        label = words.say(quantity(amount, found[0][1].unit))
        sheet.write([label], top + TALL * (1 - amount / highest) - SMALL * 1.4, size=SMALL, colour=MUTED)
    for day, each in found:
        if each.value is not None:
            symbol, colour = MARKS[each.met]
            at = top + TALL * (1 - each.value / highest)
            hover = as_text(_name(day, words), _value(each, words))
            sheet.dot(
                pd.Timestamp(day) + pd.Timedelta(days=45),
                at,
                hover,
                symbol=symbol,
                size=DOT,
                color=colour,
                pen=colour,
            )
    return sheet.cut(top + TALL + 2.6 * CAPTION * LINE)


def _year(sheet: Sheet, found: Sequence[Quarter], year: int, top: float, *, words: Words) -> None:
    """A shade behind every other year, and under it the year and how many consultations are known."""
    start, end = pd.Timestamp(year, 1, 1), pd.Timestamp(year + 1, 1, 1)
    fill = SHADE if year % 2 else "rgba(0,0,0,0)"
    sheet.shape(
        type="rect",
        x0=start,
        x1=end,
        y0=top,
        y1=top + TALL,
        fillcolor=fill,
        line={"width": 1, "color": RULE},
        layer="below",
    )
    known = sum(each.known for _, each in found)
    middle = {"x": start + (end - start) / 2, "xref": "x", "xanchor": "center"}
    below = sheet.write([str(year)], top + TALL + 4, size=CAPTION, **middle)
    sheet.write([words("n = {known}", known=words.number(known))], below, size=SMALL, colour=MUTED, **middle)


def _limits(found: Sequence[Quarter]) -> tuple[float, ...]:
    norm = found[-1][1].norm
    return norm if isinstance(norm, tuple) else () if norm is None else (norm,)


def _name(day: date, words: Words) -> str:
    return words("quarter {quarter} of {year}", quarter=str((day.month + 2) // 3), year=str(day.year))


def _value(each: Measurement, words: Words) -> str:
    said = words("no known case") if each.value is None else words.say(quantity(each.value, each.unit))
    return f"{said}, {words.say(known_words(each))}"


def _table(found: Sequence[Quarter], words: Words) -> pd.DataFrame:
    """One row a quarter."""
    rows = [
        {
            words("Quarter"): _name(day, words),
            words("Value"): "" if each.value is None else words.say(quantity(each.value, each.unit)),
            words("Known"): each.known,
            words("Not known"): each.unknown,
        }
        for day, each in found
    ]
    return pd.DataFrame(rows)
