"""One principle through all rounds, from left to right: both levels' medians on the ordinal axis, a column a
round, and the breaks between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.models import Break, Round
from evaluation.confidence_words import GRADES
from evaluation.findings import Median, PrincipleFinding
from evaluation.round_names import round_in_short, round_in_words
from evaluation.scales import LEVELS, RATINGS, VERDICTS
from language import Words
from materials.charts import medians
from materials.charts.chart import (
    Chart,
    Scope,
    median_in_words,
    n_in_words,
    reasons_in_words,
    verdict_in_words,
    verdict_with_marks,
)
from materials.charts.fitting import fitted
from materials.charts.shape import SCREEN, Shape
from materials.charts.sheet import BESIDE, LINE, Sheet, as_text, new_sheet, wrap
from materials.charts.theme import MUTED, RULE, TEXT

STEP, HEAD = 46, 34
"""How many pixels lie between two steps, and are kept for a round's name above its column."""
LEAST = -22
"""So many pixels a round the picture can be drawn together, before a round is left out of it."""
SCALE_WORDS = 84
"""The width of the scale's words left of the columns, in pixels of a screen's type."""
APART = 0.14
"""How far the two levels' marks stand from the middle of their column, so that equal ones do not hide each
other.
"""
MOST_ROUNDS = 6
"""So many columns a narrow drawing has room for."""
RoundFinding = tuple[Round, PrincipleFinding]


def trend(rounds: Sequence[RoundFinding], breaks: Sequence[Break], scope: Scope, words: Words) -> Chart:
    """The rounds from the oldest to the newest. No line joins two rounds: the steps between ratings have
    no length.
    """
    title = _title(rounds, words)
    sentences = " ".join(
        f"{round_in_words(each.key, words)}: {verdict_with_marks(finding, words)}, {_levels(finding, words)}."
        for each, finding in rounds
    )
    return Chart(
        name="trend",
        title=title,
        subtitle=scope.subtitle(
            words("filled: committees, hollow: centres; under them how many of those asked gave a step")
        ),
        footer=scope.footer(
            words,
            reasons_in_words(((round_in_words(each.key, words), finding) for each, finding in rounds), words),
        ),
        alt=f"{title}. {sentences}",
        table=_table(rounds, words),
        language=words.code,
        drawing=lambda shape: _figure(rounds, breaks, shape, words),
        file_stem=scope.file_stem(
            words("principle {number}", number=rounds[0][1].principle) if rounds else "", words("all rounds")
        ),
    )


def name_of(each: Round, words: Words) -> str:
    """The round in words; one that is not closed is preliminary."""
    name = round_in_words(each.key, words)
    return name if each.status == "closed" else words("{round} (preliminary)", round=name)


def between(breaks: Sequence[Break], round_before: Round, round_after: Round) -> list[Break]:
    """The breaks after one round's opening day, up to and with the next one's."""
    return [each for each in breaks if round_before.opening_day < each.day <= round_after.opening_day]


def break_in_words(each: Break, words: Words) -> str:
    """What broke, and when."""
    if each.body is None:
        return words("New wording from {day}", day=each.day)
    return words(
        "{body} took over from {others}, {day}",
        body=each.body,
        others=words.listed(each.predecessors),
        day=each.day,
    )


def _title(rounds: Sequence[RoundFinding], words: Words) -> str:
    """How often it was followed, of the rounds that are closed: an open one has no verdict yet that stays."""
    closed_findings = [finding for each, finding in rounds if each.status == "closed"]
    followed_count = sum(finding.verdict.final == "followed" for finding in closed_findings)
    return words.many(
        "Followed in {followed} of {count} closed round",
        "Followed in {followed} of {count} closed rounds",
        len(closed_findings),
        followed=followed_count,
    )


def _figure(rounds: Sequence[RoundFinding], breaks: Sequence[Break], shape: Shape, words: Words) -> go.Figure:
    def draw(newest_first: Sequence[RoundFinding], more: float) -> go.Figure:
        visible = newest_first[::-1]
        left = SCALE_WORDS * shape.small / SCREEN.small
        sheet = new_sheet(words.code, shape, left=left, x_range=(0.5, len(visible) + 0.5))
        plot = Plot(sheet, STEP * (1.2 if shape.is_wide else 1) + more * len(visible) / len(RATINGS))
        plot.scale(words)
        for column, (this_round, finding) in enumerate(visible, start=1):
            plot.round(column, this_round, finding, words)
        y = plot.bottom + 2.6 * shape.small
        y = _broken(plot, [each for each, _ in visible], breaks, y, words)
        return sheet.cut(_verdicts(sheet, visible, len(rounds) - len(visible), y, words))

    return fitted(rounds[::-1][:MOST_ROUNDS], shape, draw, least=LEAST)


@dataclass(frozen=True)
class Plot:
    """The steps as lines across, a column a round; ``step`` pixels between two steps."""

    sheet: Sheet
    step: float

    @property
    def top(self) -> float:
        """Where the highest step's line lies."""
        return HEAD * self.sheet.page.small / SCREEN.small + self.step / 2

    @property
    def bottom(self) -> float:
        """Below the lowest step."""
        return self.y(min(RATINGS)) + self.step / 2

    def y(self, step: int) -> float:
        """Where a step's line lies."""
        return self.top + (max(RATINGS) - step) * self.step

    def scale(self, words: Words) -> None:
        """A line a step, and left of it its number and word."""
        small, margin = self.sheet.page.small, self.sheet.layout["margin"]["l"]
        pen = {"color": RULE, "width": 1}
        for step in RATINGS:
            y = self.y(step)
            self.sheet.shape(type="line", xref="paper", x0=0, x1=1, y0=y, y1=y, line=pen, layer="below")
            text = f"{step} {words(RATINGS[step])}"
            lines = wrap(text, margin - 12, small, measure=self.sheet.measure)
            top = y - len(lines) * small * LINE / 2
            self.sheet.write(
                [line + BESIDE for line in lines], top, size=small, colour=MUTED, xanchor="right"
            )

    def round(self, column: int, this_round: Round, finding: PrincipleFinding, words: Words) -> None:
        """The round's short name above, both levels' marks, and under them how many of each gave a step."""
        small = self.sheet.page.small
        middle = {"x": column, "xref": "x", "xanchor": "center", "size": small}
        self.sheet.write(round_in_short(this_round.key, words), 0, bold=True, **middle)
        for level, side in zip(LEVELS, (-APART, APART), strict=True):
            standing = finding.standing(level)
            if standing.median:
                self._mark(column + side, level, standing.median, words)
            ratio = f"{standing.assessable}/{standing.expected}"
            place = middle | {"x": column + 1.5 * side, "colour": MUTED}
            self.sheet.write([ratio], self.bottom, **place)

    def _mark(self, x: float, level: str, pair: Median, words: Words) -> None:
        hover = as_text(f"{words(LEVELS[level])}: {median_in_words(pair, words)}")
        symbol, fill = medians.COMMITTEES if level == "committee" else medians.CENTRES
        low, high = pair
        if low != high:
            pen = {"color": TEXT, "width": 2}
            inside = 0.6 * medians.SIZE * self.sheet.page.marks
            across = {"x0": x, "x1": x, "y0": self.y(high) + inside, "y1": self.y(low) - inside}
            self.sheet.shape(type="line", line=pen, **across)
        for step in sorted({low, high}):
            look = {"symbol": symbol, "size": medians.SIZE, "color": fill, "pen": TEXT}
            self.sheet.dot(x, self.y(step), hover, **look)

    def break_after(self, column: int, sign: str) -> None:
        """A dashed line after a column, with a letter that is told under the picture."""
        x, pen = column + 0.5, {"color": MUTED, "width": 1, "dash": "dash"}
        top = self.top - self.step / 2
        self.sheet.shape(type="line", x0=x, x1=x, y0=top, y1=self.bottom, line=pen)
        spot = {"x": x, "xref": "x", "xanchor": "center", "size": self.sheet.page.small, "colour": MUTED}
        self.sheet.write([sign], top - self.sheet.page.small * LINE, **spot)


def _broken(plot: Plot, rounds: Sequence[Round], breaks: Sequence[Break], y: float, words: Words) -> float:
    """A dashed line wherever something broke between two rounds, and under the picture what did; returns the
    y below.
    """
    look = {"size": plot.sheet.page.small, "colour": MUTED}
    signs = iter("abcdefghijklmnopqrstuvwxyz")
    for column, (before, after) in enumerate(pairwise(rounds), start=1):
        texts = [break_in_words(each, words) for each in between(breaks, before, after)]
        if texts:
            sign = next(signs)
            plot.break_after(column, sign)
            y = _across(plot.sheet, f"{sign}: {'; '.join(texts)}", y, **look)
    return y + plot.sheet.page.small * 0.6


def _verdicts(sheet: Sheet, rounds: Sequence[RoundFinding], left_out: int, y: float, words: Words) -> float:
    """Each round's verdict in words, and how many earlier rounds the picture leaves out; returns the y below
    them.
    """
    lines = [f"{name_of(each, words)}: {verdict_in_words(finding, words)}" for each, finding in rounds]
    for line in ["; ".join(lines)] if sheet.page.is_wide else lines:
        y = _across(sheet, line, y, size=sheet.page.caption)
    if left_out:
        note = words.many(
            "{count} earlier round is left out of the picture",
            "{count} earlier rounds are left out of the picture",
            left_out,
        )
        y = _across(sheet, note, y, size=sheet.page.small, colour=MUTED)
    return y


def _across(sheet: Sheet, text: str, y: float, **look: Any) -> float:
    """A text under the picture, from the left edge of all that is drawn; returns the y below it."""
    return sheet.column([(text, look)], y, (0, sheet.page.width))


def _levels(finding: PrincipleFinding, words: Words) -> str:
    """``Udvalg 4 (n = 7 af 7), centre 3–4 (n = 6 af 7)``."""
    parts = []
    for level, label in LEVELS.items():
        standing = finding.standing(level)
        parts.append(
            f"{words(label)} {median_in_words(standing.median, words)} ({n_in_words(standing, words)})"
        )
    return ", ".join(parts)


def _grade(finding: PrincipleFinding, words: Words) -> str:
    """How far the verdict can be relied on, in a word; that it was not worked out, where it was not."""
    confidence = finding.verdict.confidence
    if confidence is None:
        return words("not worked out")
    return words(GRADES[confidence.grade]) if confidence.grade else "–"


def _minority(finding: PrincipleFinding, words: Words) -> str:
    """How many rated bodies stand against the verdict, and that they are marked where they are."""
    minority = finding.verdict.minority
    if minority is None:
        return words("not worked out")
    count = str(minority.bodies)
    return words("{count} against, marked", count=count) if minority.marked else count


def _table(rounds: Sequence[RoundFinding], words: Words) -> pd.DataFrame:
    """One row a round: verdict, confidence, minority, each level's median and n."""
    rows = []
    for each, finding in rounds:
        row: dict[str, object] = {
            words("Round"): round_in_words(each.key, words),
            words("Verdict"): words(VERDICTS[finding.verdict.final]),
            words("Confidence"): _grade(finding, words),
            words("Minority"): _minority(finding, words),
        }
        for level, label in LEVELS.items():
            standing = finding.standing(level)
            row[words(label)] = median_in_words(standing.median, words)
            row[f"n, {words(label)}"] = words.share_of(standing.assessable, standing.expected)
        rows.append(row)
    return pd.DataFrame(rows)
