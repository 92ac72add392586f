"""The answers in one picture: a square for each body with its step in it, laid around the middle step, both
levels under each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

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
from materials.charts.fitting import fitted
from materials.charts.shape import A4, SCREEN, Shape
from materials.charts.sheet import LINE, PLATES, Sheet, Text, as_text, marker, new_sheet, type_width
from materials.charts.squares import EM, Picture, Square, Strip, picture
from materials.charts.theme import DOTTED, MUTED, THIN

SQUARE, BETWEEN, ROWS_APART = 26, 6, 22
WIDEST = 34
"""No square is drawn wider than this many pixels on a screen."""
FEWEST_PIXELS = 0.75
"""Squares narrower than this many type sizes have no room for their step: segments are counted instead."""


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


COLUMNS = {
    "screen": Columns(200, 172, 462),
    "a4": Columns(172, 166, 251),
    "slide": Columns(470, 252, 478, widest=44),
}
ALONE = Columns(0, 262, 938, widest=80)
"""One principle on a slide, whose title names it."""


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
    stem = scope.file_stem(words("principle {number}", number=finding.principle))
    name = f"{chart.name}_{finding.principle}"
    return replace(chart, name=name, subtitle=subtitle, file_stem=stem)


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
        parts.append(words("middle answer {median}", median=median_in_words(standing.median, words)))
    return " · ".join(parts)


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


def _key(sheet: Sheet, drawn: Picture, columns: Columns, words: Words) -> float:
    squares = [square for strip in drawn.strips for square in strip.ratings]
    thin = legend.thin(words) if any(square.entry.pattern == THIN for square in squares) else []
    entries = [*legend.ratings(words), *thin, *legend.missing(words)]
    return legend.draw(sheet, entries, 0, left=6 - columns.left, width=columns.left + columns.drawing - 6)


def strip_label(finding: PrincipleFinding, level: str, words: Words) -> str:
    """``Udvalg · 7 af 7 · midt 4``: the level, how many of it rated, and their middle value."""
    standing = finding.standing(level)
    parts = [words(LEVELS[level]), words.share_of(standing.assessable, standing.expected)]
    if standing.median:
        parts.append(words("middle {median}", median=median_in_words(standing.median, words)))
    return " · ".join(parts)


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
