"""The answers in one picture: a square for each body with its step in it, laid around the middle step, both
levels under each other.
"""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from data.models import Answer
from evaluation.findings import Evaluation, PrincipleFinding
from evaluation.overview_words import finding_title
from evaluation.scales import LEVELS, NOT_ASSESSABLE, RATINGS, VERDICTS
from language import Words
from materials.charts import legend
from materials.charts.answer_strips import ALONE, Columns, Strips
from materials.charts.answer_words import row_in_words, strip_label
from materials.charts.chart import (
    Chart,
    Scope,
    marks_in_words,
    median_in_words,
    numbered,
    reasons_in_words,
)
from materials.charts.fitting import fitted
from materials.charts.shape import A4, SCREEN, Shape
from materials.charts.sheet import Sheet, new_sheet, type_width
from materials.charts.squares import Picture, picture
from materials.charts.theme import THIN

SQUARE, ROWS_APART = 26, 22
FEWEST_PIXELS = 0.75
"""Squares narrower than this many type sizes have no room for their step: segments are counted instead."""
COLUMNS = {
    "screen": Columns(200, 172, 462),
    "a4": Columns(172, 166, 251),
    "slide": Columns(470, 252, 478, widest=44),
}


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
    stem = scope.file_stem(words("principle {number}", number=finding.principle))
    name = f"{chart.name}_{finding.principle}"
    return replace(chart, name=name, subtitle=subtitle, file_stem=stem)


def _chart(
    findings: Sequence[PrincipleFinding],
    answers: Sequence[Answer],
    scope: Scope,
    words: Words,
    *,
    heading: tuple[str, str],
) -> Chart:
    body_count = len({answer.body for answer in answers})
    bodies = words.many(
        "{count} committee or centre asked", "{count} committees and centres asked", body_count
    )
    return Chart(
        name="answers",
        title=heading[0],
        subtitle=scope.subtitle(bodies),
        footer=scope.footer(
            words,
            words("One square is one answer, the number its step"),
            reasons_in_words(((numbered(each, words), each) for each in findings), words),
        ),
        alt=heading[1],
        table=_table(findings, words),
        language=words.code,
        drawing=lambda shape: _figure(findings, answers, shape, words),
        file_stem=scope.file_stem(words("overview")),
    )


def _figure(
    findings: Sequence[PrincipleFinding], answers: Sequence[Answer], shape: Shape, words: Words
) -> go.Figure:
    columns = _columns(findings, shape, words)
    numbers = [finding.principle for finding in findings]
    drawn = picture(answers, numbers, words)
    if shape is not SCREEN and columns.pixels(drawn) < FEWEST_PIXELS * shape.number:
        drawn = picture(answers, numbers, words, most_squares=0)

    def draw(rows: Sequence[PrincipleFinding], more: float) -> go.Figure:
        sheet = new_sheet(words.code, shape, left=columns.left, x_range=columns.x_range(drawn))
        strips = Strips(
            sheet, drawn, columns, SQUARE * shape.marks * (0.86 if shape.is_wide else 1) + 0.4 * more
        )
        apart = ROWS_APART + 0.2 * more - (0 if shape is SCREEN else 6)
        y = _key(sheet, drawn, columns, words) + apart
        for finding in rows:
            y = strips.principle(finding, y, words) + apart
        strips.draw()
        return sheet.cut(y - apart + 2)

    return fitted(findings, shape, draw, least=-12, most=150)


def _columns(findings: Sequence[PrincipleFinding], shape: Shape, words: Words) -> Columns:
    """The columns of a shape; on a page, what stands beside the strips has the room that it needs, and no
    more.
    """
    if shape.is_wide and len(findings) == 1:
        return ALONE
    columns = COLUMNS[shape.key]
    if shape.key != A4.key:
        return columns
    labels = [strip_label(finding, level, words) for finding in findings for level in LEVELS]
    widest = max((type_width(label, shape.caption) for label in labels), default=0) + 20
    return replace(columns, labels=widest, drawing=columns.labels + columns.drawing - widest)


def _key(sheet: Sheet, drawn: Picture, columns: Columns, words: Words) -> float:
    squares = [square for strip in drawn.strips for square in strip.ratings]
    thin = legend.thin(words) if any(square.entry.pattern == THIN for square in squares) else []
    entries = [*legend.ratings(words), *thin, *legend.missing(words)]
    return legend.draw(sheet, entries, 0, left=6 - columns.left, width=columns.left + columns.drawing - 6)


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
        words("Middle answer"): median_in_words(standing.median, words),
    }
