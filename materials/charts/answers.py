"""The answers in one picture: a square for each body with its step in it, laid around the middle step, both
levels under each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
import plotly.graph_objects as go

from data.models import Answer
from evaluation.findings import Evaluation, PrincipleFinding
from evaluation.overview_words import finding_title
from evaluation.scales import LEVELS, NOT_ASSESSABLE, RATINGS, VERDICTS
from language import Words
from materials.charts import legend
from materials.charts.chart import (
    Chart,
    Scope,
    marks_in_words,
    median_in_words,
    n_in_words,
    numbered,
    reasons_in_words,
    short_title,
    verdict_in_words,
    verdict_with_marks,
)
from materials.charts.sheet import CAPTION, LABEL, LINE, PLATES, Sheet, as_text, marker, new_sheet, wrap
from materials.charts.squares import Picture, Square, Strip, picture
from materials.charts.theme import DOTTED, MUTED, THIN

TITLES, LABELS, DRAWING = 200, 172, 462
"""Columns in pixels: the principles' titles, what stands beside a strip, and the strips."""
LEFT = TITLES + LABELS
SQUARE, BETWEEN, ROWS_APART = 26, 6, 22
WIDEST = 34
"""No square is drawn wider than this."""


@dataclass(frozen=True)
class Row:
    """A strip, and the y of its middle in pixels."""

    strip: Strip
    y: float


def overview_answers(evaluation: Evaluation, answers: Sequence[Answer], scope: Scope, words: Words) -> Chart:
    """The answers about all principles. The title says which are followed."""
    findings = evaluation.principles
    title = words.say(finding_title(findings))
    alt = " ".join([f"{title}.", *(row_in_words(finding, words) for finding in findings)])
    return _chart(findings, answers, scope, words, heading=(title, alt))


def principle_answers(
    finding: PrincipleFinding, answers: Sequence[Answer], scope: Scope, words: Words
) -> Chart:
    """The answers about one principle, committees above centres."""
    title = f"{finding.title(words.code)}: {words(VERDICTS[finding.verdict.final])}"
    chart = _chart((finding,), answers, scope, words, heading=(title, row_in_words(finding, words)))
    marks = marks_in_words(finding, words)
    subtitle = f"{chart.subtitle} · {marks}" if marks else chart.subtitle
    return replace(chart, name=f"{chart.name}_{finding.principle}", subtitle=subtitle)


def row_in_words(finding: PrincipleFinding, words: Words) -> str:
    """A principle's row as a sentence: the verdict with its marks, and for each level its n and its
    median.
    """
    levels = "; ".join(_level_in_words(finding, level, words) for level in LEVELS)
    verdict = verdict_with_marks(finding, words)
    return f"{short_title(finding.title(words.code))}: {verdict} ({levels})."


def _level_in_words(finding: PrincipleFinding, level: str, words: Words) -> str:
    standing = finding.standing(level)
    parts = [words(LEVELS[level]), n_in_words(standing, words)]
    if standing.median:
        parts.append(words("median {median}", median=median_in_words(standing.median, words)))
    return " · ".join(parts)


def _chart(
    findings: Sequence[PrincipleFinding],
    answers: Sequence[Answer],
    scope: Scope,
    words: Words,
    *,
    heading: tuple[str, str],
) -> Chart:
    figure = _figure(findings, answers, words)
    body_count = len({answer.body for answer in answers})
    bodies = words.many("{count} body asked", "{count} bodies asked", body_count)
    return Chart(
        name="answers",
        title=heading[0],
        subtitle=scope.subtitle(bodies),
        footer=scope.footer(
            words,
            words("One square is one body's answer, the number its step"),
            reasons_in_words(((numbered(each, words), each) for each in findings), words),
        ),
        alt=heading[1],
        table=_table(findings, words),
        figure=figure,
        height=figure.layout.height,
    )


def _figure(findings: Sequence[PrincipleFinding], answers: Sequence[Answer], words: Words) -> go.Figure:
    drawn = picture(answers, [finding.principle for finding in findings], words)
    sheet = new_sheet(words.code, left=LEFT, x_range=_range(drawn))
    y = _key(sheet, drawn, words) + ROWS_APART
    rows: list[Row] = []
    for finding in findings:
        top = y
        for strip in drawn.of(finding.principle):
            _label(sheet, finding, strip.level, y, words)
            rows.append(Row(strip, y + SQUARE / 2))
            y += SQUARE + BETWEEN
        sheet.rule(0, (top - 4, y - BETWEEN + 4), colour=MUTED)
        y = max(y, _heading(sheet, finding, top, words)) + ROWS_APART - BETWEEN
    _draw(sheet, rows, drawn)
    return sheet.cut(y - ROWS_APART + BETWEEN)


def _range(drawn: Picture) -> tuple[float, float]:
    """The axis: what is drawn, and room to its right where squares would be too wide."""
    room = max(drawn.right - drawn.left, DRAWING / WIDEST)
    return drawn.left - 0.05, drawn.left + room + 0.05


def _key(sheet: Sheet, drawn: Picture, words: Words) -> float:
    squares = [square for strip in drawn.strips for square in strip.ratings]
    thin = legend.thin(words) if any(square.entry.pattern == THIN for square in squares) else []
    entries = [*legend.ratings(words), *thin, *legend.missing(words)]
    return legend.draw(sheet, entries, 0, left=6 - LEFT, width=LEFT + DRAWING - 6)


def _heading(sheet: Sheet, finding: PrincipleFinding, y: float, words: Words) -> float:
    """The principle and its verdict, sign, word and marks, left of its strips; returns the y below them."""
    spot = {"xshift": 6 - LEFT}
    y = sheet.write(wrap(numbered(finding, words), TITLES - 16, LABEL, bold=True), y, bold=True, **spot) + 1
    return sheet.write(
        wrap(verdict_in_words(finding, words), TITLES - 16, CAPTION), y, size=CAPTION, colour=MUTED, **spot
    )


def strip_label(finding: PrincipleFinding, level: str, words: Words) -> str:
    """``Udvalg · 7 af 7 · midt 4``: the level, how many of it rated, and their middle value."""
    standing = finding.standing(level)
    parts = [words(LEVELS[level]), words.share_of(standing.assessable, standing.expected)]
    if standing.median:
        parts.append(words("middle {median}", median=median_in_words(standing.median, words)))
    return " · ".join(parts)


def _label(sheet: Sheet, finding: PrincipleFinding, level: str, y: float, words: Words) -> None:
    """What stands beside a strip."""
    spot = {"xshift": -10, "xanchor": "right", "size": CAPTION, "colour": MUTED}
    sheet.write([strip_label(finding, level, words)], y + (SQUARE - CAPTION * LINE) / 2, **spot)


def _draw(sheet: Sheet, rows: Sequence[Row], drawn: Picture) -> None:
    """Every square, those of one pattern in one trace, with its sign in it."""
    places = [(row.y, square, square.start) for row in rows for square in row.strip.ratings]
    places += [
        (row.y, square, square.start + drawn.missing_start) for row in rows for square in row.strip.missing
    ]
    for pattern in ("", THIN, DOTTED):
        chosen = [place for place in places if place[1].entry.pattern == pattern]
        if chosen:
            _trace(sheet, chosen, pattern)
    pixels = DRAWING / max(drawn.right - drawn.left, DRAWING / WIDEST)
    for y, square, start in places:
        sign = square.sign if square.bodies * pixels > 14 * len(square.sign) ** 0.7 else ""
        sheet.inscribe(sign, (start + square.bodies / 2, y), colour=square.entry.ink)


def _trace(sheet: Sheet, places: Sequence[tuple[float, Square, float]], pattern: str) -> None:
    sheet.bar(
        y=[y for y, _, _ in places],
        base=[start + 0.03 for _, _, start in places],
        x=[square.bodies - 0.06 for _, square, _ in places],
        width=SQUARE,
        marker=marker([square.entry.shade for _, square, _ in places], pattern),
        hovertext=[as_text(*_names(square), square.entry.label) for _, square, _ in places],
        hoverinfo="text",
    )
    if pattern in PLATES:
        sheet.plates(
            [(start + square.bodies / 2, y) for y, square, start in places],
            across=0.5,
            colour=PLATES[pattern],
        )


def _names(square: Square) -> list[str]:
    return [answer.name for answer in square.answers]


def _table(findings: Sequence[PrincipleFinding], words: Words) -> pd.DataFrame:
    """One row for each principle and level: bodies by step, those that can't judge, those that haven't
    answered.
    """
    return pd.DataFrame([_row(finding, level, words) for finding in findings for level in LEVELS])


def _row(finding: PrincipleFinding, level: str, words: Words) -> dict[str, object]:
    standing = finding.standing(level)
    steps = {f"{step} {words(RATINGS[step])}": standing.counts[step - 1] for step in sorted(RATINGS)}
    return {
        words("Principle"): numbered(finding, words),
        words("Level"): words(LEVELS[level]),
        **steps,
        words(NOT_ASSESSABLE): standing.not_assessable,
        words("Not answered"): standing.not_answered,
        words("Median"): median_in_words(standing.median, words),
    }
