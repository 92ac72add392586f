"""The register in time, from left to right: each consultation's window as a bar beside its name, its proposal
and its decision as marks, July shaded.
"""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from language import N_, Words
from materials.charts import legend, theme
from materials.charts.chart import Chart, Scope
from materials.charts.fitting import fitted
from materials.charts.legend import LegendEntry
from materials.charts.shape import SCREEN, Shape
from materials.charts.sheet import BESIDE, LINE, Sheet, as_text, new_sheet, shorten
from materials.charts.theme import CLEAR, MUTED, RULE, SHADE, TEXT, WINDOW, Shade

MOST = 40
ROOM_FOR_OPEN = pd.Timedelta(days=60)
BAR, ROW_GAP = 12, 7
NAMES, NAME = 165, 12
"""The width in pixels of the names beside the bars, of which a phone has little, and their size."""
DATES = ("start_on", "end_on", "proposal_on", "decided_on")


def timeline(consultations: pd.DataFrame, scope: Scope, words: Words) -> Chart:
    """The first 40 of the consultations as rows, the earliest on top; says how many are left out.

    ``consultations`` has the columns consultation, title, start_on, end_on, proposal_on and decided_on
    (datetime64, NaT where not known). One with only a start is a bar that stays open to the right; one
    without dates says so.
    """
    rows = _earliest_first(consultations.head(MOST))
    rest_count = len(consultations) - len(rows)
    title = _title(consultations, words)
    note = words("the first {shown} are shown, {left_out} are left out", shown=len(rows), left_out=rest_count)
    return Chart(
        name="timeline",
        title=title,
        subtitle=scope.subtitle(note if rest_count else ""),
        footer=scope.footer(words),
        alt=f"{title}. {_in_words(consultations, words)}",
        table=_table(consultations, words),
        language=words.code,
        drawing=lambda shape: _figure(rows, scope.data_on, shape, words),
        file_stem=scope.file_stem(words("timeline")),
    )


def _title(consultations: pd.DataFrame, words: Words) -> str:
    """How many were open for answers in July, when few have time to answer."""
    count = len(consultations)
    in_july = sum(
        _is_open_in_july(*days)
        for days in zip(consultations["start_on"], consultations["end_on"], strict=True)
    )
    if not in_july:
        return words.many("{count} consultation over time", "{count} consultations over time", count)
    return words.many(
        "{july} of {count} consultation was open for answers in July",
        "{july} of {count} consultations were open for answers in July",
        count,
        july=in_july,
    )


def _is_open_in_july(start: pd.Timestamp, end: pd.Timestamp) -> bool:
    """Whether a window with known ends holds a day of July."""
    if pd.isna(start) or pd.isna(end):
        return False
    julys = (
        (pd.Timestamp(year, 7, 1), pd.Timestamp(year, 7, 31)) for year in range(start.year, end.year + 1)
    )
    return any(start <= last and end >= first for first, last in julys)


def _earliest_first(rows: pd.DataFrame) -> pd.DataFrame:
    """By the first day that is known, so that the picture runs from the top left to the bottom right."""
    first_days = rows[list(DATES)].min(axis=1)
    return rows.loc[first_days.sort_values(kind="stable", na_position="last").index]


def _in_words(consultations: pd.DataFrame, words: Words) -> str:
    has_start = consultations["start_on"].notna()
    return words(
        "{undecided} have no decision date, {running} have started but have no end date.",
        undecided=int(consultations["decided_on"].isna().sum()),
        running=int((has_start & consultations["end_on"].isna()).sum()),
    )


def _figure(rows: pd.DataFrame, today: date, shape: Shape, words: Words) -> go.Figure:
    records = rows.to_dict("records")

    def draw(visible_rows: Sequence[Mapping[Hashable, Any]], more: float) -> go.Figure:
        first, last = _span(rows.head(len(visible_rows)), today)
        sheet = new_sheet(words.code, shape, left=_names(shape), x_range=(first, last), type="date")
        calendar = _key(sheet, words) + 8
        top = calendar + 2 * shape.small * LINE + 2
        y = top
        for row in visible_rows:
            y = _consultation(sheet, row, y, (first, last), words=words) + more
        _calendar(sheet, first, last, across=(calendar, y), words=words)
        if len(visible_rows) < len(records):
            note = words.many(
                "{count} later consultation is left out of the picture",
                "{count} later consultations are left out of the picture",
                len(records) - len(visible_rows),
            )
            y = sheet.column([(note, {"size": shape.small, "colour": MUTED})], y + 2, (0, shape.width))
        return sheet.cut(max(y, top + 10))

    return fitted(records, shape, draw, most=20)


def _names(shape: Shape) -> float:
    """The width of the names beside the bars, of which a phone has little."""
    return NAMES if shape is SCREEN else 0.4 * shape.width


def _span(rows: pd.DataFrame, today: date) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First and last day of the axis, around all dates. One without an end gets some room, not all the
    years since.
    """
    days = [day for column in DATES for day in rows[column].dropna()] or [pd.Timestamp(today)]
    latest = max(days)
    if (rows["start_on"].notna() & rows["end_on"].isna()).any():
        latest = max(latest, min(pd.Timestamp(today), latest + ROOM_FOR_OPEN))
    margin = max((latest - min(days)) * 0.02, pd.Timedelta(days=10))
    return min(days) - margin, latest + margin


def _consultation(
    sheet: Sheet,
    row: Mapping[Hashable, Any],
    y: float,
    span: tuple[pd.Timestamp, pd.Timestamp],
    *,
    words: Words,
) -> float:
    """One consultation's name and, beside it, its bar and marks, under a thin line; returns the y below."""
    (first, last), gap = span, 2 if sheet.page.is_wide else ROW_GAP
    line = {"x0": 0, "x1": 1, "xref": "paper", "y0": y - gap / 2, "y1": y - gap / 2}
    sheet.shape(type="line", line={"color": RULE, "width": 1}, layer="below", **line)
    size = NAME if sheet.page is SCREEN else sheet.page.small
    most_lines = 2 if sheet.page is SCREEN else 1
    name = shorten(
        str(row["title"]),
        sheet.layout["margin"]["l"] - size,
        size,
        most_lines=most_lines,
        measure=sheet.measure,
    )
    bottom = sheet.write([f"{each}{BESIDE}" for each in name], y, size=size, xanchor="right")
    middle = (y + bottom) / 2
    if all(pd.isna(row[column]) for column in DATES):
        spot = {"x": first, "xref": "x", "size": sheet.page.small, "colour": MUTED}
        sheet.write([words("no dates are known")], middle - sheet.page.small * LINE / 2, **spot)
        return bottom + gap
    _window(sheet, row, middle, last, words=words)
    marks = (("proposal_on", "diamond", 14, CLEAR, "Proposal"), ("decided_on", "square", 8, TEXT, "Decision"))
    for column, symbol, size, fill, label in marks:
        if not pd.isna(row[column]):
            hover = as_text(str(row["title"]), f"{words(label)}: {words.date(row[column])}")
            sheet.dot(row[column], middle, hover, symbol=symbol, size=size, color=fill, pen=TEXT)
    return bottom + gap


def _window(sheet: Sheet, row: Mapping[Hashable, Any], y: float, last: pd.Timestamp, *, words: Words) -> None:
    """The bar from start to end; without an end it is hollow and runs to the edge; without a start there
    is none.
    """
    start, end = row["start_on"], row["end_on"]
    if pd.isna(start):
        return
    has_end = not pd.isna(end)
    stop = words.date(end) if has_end else words("no end date")
    bar_end = max(end, start + pd.Timedelta(days=1)) if has_end else last + pd.Timedelta(days=99)
    sheet.bar(
        y=[y],
        base=[start],
        x=[(bar_end - start).total_seconds() * 1000],
        width=BAR * sheet.page.marks,
        marker={"color": WINDOW if has_end else CLEAR, "line": {"color": WINDOW, "width": 1.5}},
        hovertext=as_text(str(row["title"]), f"{words.date(start)} – {stop}"),
        hoverinfo="text",
    )


def _calendar(
    sheet: Sheet, first: pd.Timestamp, last: pd.Timestamp, *, across: tuple[float, float], words: Words
) -> None:
    """July shaded in every year; months named at the top, as many as a phone has room for."""
    size = sheet.page.small
    for year in range(first.year, last.year + 1):
        start, end = max(pd.Timestamp(year, 7, 1), first), min(pd.Timestamp(year, 8, 1), last)
        if start < end:
            band = {"x0": start, "x1": end, "y0": across[0] + 2 * size * LINE, "y1": across[1]}
            sheet.shape(type="rect", fillcolor=SHADE, line={"width": 0}, layer="below", **band)
    for day in _ticks(first, last):
        label = [theme.MONTHS[words.code][day.month - 1], str(day.year)]
        upright = {"x0": day, "x1": day, "y0": across[0] + 2 * size * LINE, "y1": across[1]}
        sheet.shape(type="line", line={"color": RULE, "width": 1}, layer="below", **upright)
        sheet.write(label, across[0], x=day, xref="x", xanchor="center", size=size, colour=MUTED)


def _ticks(first: pd.Timestamp, last: pd.Timestamp) -> list[pd.Timestamp]:
    """At most five first days of months, at even steps of 1, 2, 3, 6, 12, 24 or 48 months, clear of the
    edges.
    """
    inset = (last - first) * 0.07
    for months in (1, 2, 3, 6, 12, 24, 48):
        days = pd.date_range(f"{first.year}-01-01", last, freq=f"{months}MS")
        ticks = [day for day in days if first + inset <= day <= last - inset]
        if len(ticks) <= 5:
            break
    return ticks


def _key(sheet: Sheet, words: Words) -> float:
    """What the bars, the marks and the shade stand for."""
    empty_shade = Shade(CLEAR, CLEAR)
    entries = [
        LegendEntry(words("Window"), Shade(WINDOW, WINDOW)),
        LegendEntry(words("Still open"), Shade(CLEAR, WINDOW)),
        LegendEntry(words("Proposal"), empty_shade, "◇"),
        LegendEntry(words("Decision"), empty_shade, "■"),
        LegendEntry(words("July"), Shade(SHADE, RULE)),
    ]
    return legend.draw(sheet, entries, 0, left=6 - sheet.layout["margin"]["l"], width=sheet.page.width - 6)


def _table(consultations: pd.DataFrame, words: Words) -> pd.DataFrame:
    """All consultations, also those left out of the picture, with their dates in words; empty where not
    known.
    """
    names = {"title": N_("Consultation"), "start_on": N_("Start"), "end_on": N_("End")}
    names |= {"proposal_on": N_("Proposal"), "decided_on": N_("Decision")}
    table = consultations[list(names)].copy()
    for column in DATES:
        table[column] = ["" if pd.isna(day) else words.date(day) for day in table[column]]
    return table.rename(columns={column: words(label) for column, label in names.items()})
