"""How the bodies' ratings are spread: diverging bars around the middle step, both levels under each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from evaluation.findings import Evaluation, PrincipleFinding, Standing
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
from materials.charts.sheet import (
    CAPTION,
    LABEL,
    NARROW,
    Sheet,
    as_text,
    hatched_marker,
    new_sheet,
    shade_marker,
    wrap,
)
from materials.charts.theme import CLEAR, MUTED, NOT_ANSWERED_SHADE, NOT_ASSESSABLE_SHADE, RATING_SHADES, TEXT

BAR, GAP, BETWEEN = 24, 14, 22


@dataclass(frozen=True)
class Bar:
    """One level's standing and the y of its bar's middle in pixels."""

    finding: PrincipleFinding
    level: str
    y: float

    @property
    def standing(self) -> Standing:
        return self.finding.standing(self.level)

    @property
    def below(self) -> float:
        """How far the bar reaches to the left of the middle, in bodies."""
        low, lesser, some, *_ = self.standing.counts
        return low + lesser + some / 2

    @property
    def above(self) -> float:
        return self.standing.assessable - self.below


@dataclass(frozen=True)
class Part:
    """One kind of segment: its name and look, and for every bar its count and where it starts on the axis."""

    label: str
    marker: Mapping[str, Any]
    ink: str
    counts: Sequence[int]
    starts: Sequence[float]


def overview_distribution(evaluation: Evaluation, scope: Scope, words: Words) -> Chart:
    """The ratings of all principles, committees and centres under each other. An empty level shows only
    what is missing.
    """
    findings = evaluation.principles
    sentences = [_in_words(finding, words) for finding in findings]
    title = _overall(findings, words)
    return _chart(findings, scope, words, title=title, alt=" ".join([title + ".", *sentences]))


def _overall(findings: Sequence[PrincipleFinding], words: Words) -> str:
    """How many principles are followed, and of how many that could be said: too little to judge is no "not
    followed".
    """
    verdicts = [finding.verdict.final for finding in findings]
    judged_count = len(verdicts) - verdicts.count("insufficient")
    if not judged_count:
        return words("There is not yet enough to judge any of the principles")
    text = words(
        "{followed} of {total} principles are followed",
        followed=verdicts.count("followed"),
        total=len(verdicts),
    )
    unjudged_count = verdicts.count("insufficient")
    if not unjudged_count:
        return text
    return text + words.many("; {count} can't be judged", "; {count} can't be judged", unjudged_count)


def principle_distribution(finding: PrincipleFinding, scope: Scope, words: Words) -> Chart:
    """The ratings of one principle, committees above centres."""
    title = f"{finding.title(words.code)}: {words(VERDICTS[finding.verdict.final])}"
    chart = _chart((finding,), scope, words, title=title, alt=_in_words(finding, words))
    marks = marks_in_words(finding, words)
    subtitle = f"{chart.subtitle} · {marks}" if marks else chart.subtitle
    return replace(chart, name=f"{chart.name}_{finding.principle}", subtitle=subtitle)


def _chart(
    findings: Sequence[PrincipleFinding], scope: Scope, words: Words, *, title: str, alt: str
) -> Chart:
    figure = _figure(findings, words)
    body_count = sum(findings[0].standing(level).expected for level in LEVELS) if findings else 0
    bodies = words.many("{count} body asked", "{count} bodies asked", body_count)
    return Chart(
        name="distribution",
        title=title,
        subtitle=scope.subtitle(bodies),
        footer=scope.footer(
            words, reasons_in_words(((numbered(each, words), each) for each in findings), words)
        ),
        alt=alt,
        table=_table(findings, words),
        figure=figure,
        height=figure.layout.height,
    )


def _figure(findings: Sequence[PrincipleFinding], words: Words) -> go.Figure:
    sheet = new_sheet(words.code)
    thin_entries = legend.thin(words) if any(sum(finding.all.thin_counts) for finding in findings) else []
    y = (
        legend.draw(
            sheet, legend.without_signs(legend.ratings(words) + thin_entries + legend.missing(words)), 0
        )
        + GAP
    )
    bars: list[Bar] = []
    for finding in findings:
        if len(findings) > 1:
            y = _heading(sheet, finding, y, words)
        for level in LEVELS:
            y = sheet.write([_caption(finding, level, words)], y, size=CAPTION, colour=MUTED) + 2
            bars.append(Bar(finding, level, y + BAR / 2))
            y += BAR + 8
        y += BETWEEN
    _draw(sheet, bars, words)
    for bar in bars:
        sheet.rule(0, (bar.y + BAR / 2, bar.y + BAR / 2 + 5), colour=MUTED)
    return sheet.cut(y - BETWEEN)


def _heading(sheet: Sheet, finding: PrincipleFinding, y: float, words: Words) -> float:
    """The principle and its verdict, sign, word and how far it can be relied on; returns the y below them."""
    y = sheet.write(wrap(numbered(finding, words), NARROW, LABEL, bold=True), y, bold=True) + 1
    lines = wrap(verdict_in_words(finding, words), NARROW, CAPTION)
    return sheet.write(lines, y, size=CAPTION) + 3


def _draw(sheet: Sheet, bars: Sequence[Bar], words: Words) -> None:
    """The segments of every bar; what is missing lies apart, to the right of the longest bar, on the same
    scale.
    """
    left = max([bar.below for bar in bars], default=0)
    right = max([bar.above for bar in bars], default=0)
    missing_count = max([bar.standing.not_assessable + bar.standing.not_answered for bar in bars], default=0)
    missing_start = right + (0.05 * (left + right + missing_count) if missing_count else 0)
    sheet.layout["xaxis"]["range"] = [-left - 0.05, max(missing_start + missing_count, right, 0.5) + 0.05]
    for part in [*_ratings(bars, words), *_missing(bars, words, missing_start)]:
        _segments(sheet, bars, part)


def _ratings(bars: Sequence[Bar], words: Words) -> list[Part]:
    """Each step's documented ratings filled, and beside them those on a thin basis as an outline alone."""
    parts = []
    for step, shade in RATING_SHADES.items():
        thin_counts = [bar.standing.thin_counts[step - 1] for bar in bars]
        counts = [
            bar.standing.counts[step - 1] - thin_count
            for bar, thin_count in zip(bars, thin_counts, strict=True)
        ]
        starts = [sum(bar.standing.counts[: step - 1]) - bar.below for bar in bars]
        label, outline_marker = (
            words(RATINGS[step]),
            {"color": CLEAR, "line": {"color": shade.outline, "width": 3}},
        )
        parts.append(Part(label, shade_marker(shade), shade.ink, counts, starts))
        thin_starts = [start + count for start, count in zip(starts, counts, strict=True)]
        parts.append(
            Part(
                words("{rating}, on a thin basis", rating=label),
                outline_marker,
                TEXT,
                thin_counts,
                thin_starts,
            )
        )
    return parts


def _missing(bars: Sequence[Bar], words: Words, start: float) -> list[Part]:
    unjudged_shade, unanswered_shade = NOT_ASSESSABLE_SHADE, NOT_ANSWERED_SHADE
    unjudged_counts = [bar.standing.not_assessable for bar in bars]
    unanswered_counts = [bar.standing.not_answered for bar in bars]
    unanswered_starts = [start + count for count in unjudged_counts]
    return [
        Part(
            words(NOT_ASSESSABLE),
            shade_marker(unjudged_shade),
            unjudged_shade.ink,
            unjudged_counts,
            [start] * len(bars),
        ),
        Part(
            words("Not answered"),
            hatched_marker(unanswered_shade),
            TEXT,
            unanswered_counts,
            unanswered_starts,
        ),
    ]


def _segments(sheet: Sheet, bars: Sequence[Bar], part: Part) -> None:
    """One trace: the part's segment in every bar that has any of it, with the count written in it."""
    rows = [(b, n, start) for b, n, start in zip(bars, part.counts, part.starts, strict=True) if n]
    if not rows:
        return
    sheet.bar(
        name=part.label,
        y=[bar.y for bar, _, _ in rows],
        x=[count for _, count, _ in rows],
        base=[start for _, _, start in rows],
        width=BAR,
        marker=part.marker,
        hovertext=[as_text(f"{part.label}: {count}") for _, count, _ in rows],
        hoverinfo="text",
    )
    for bar, count, start in rows:
        sheet.inscribe(str(count), (start + count / 2, bar.y), colour=part.ink)


def _caption(finding: PrincipleFinding, level: str, words: Words) -> str:
    standing = finding.standing(level)
    parts = [words(LEVELS[level]), n_in_words(standing, words)]
    if standing.median:
        parts.append(words("median {median}", median=median_in_words(standing.median, words)))
    return " · ".join(parts)


def _in_words(finding: PrincipleFinding, words: Words) -> str:
    """The finding as a sentence or two: the verdict with its marks, and for each level its n and its
    median.
    """
    levels = "; ".join(_caption(finding, level, words) for level in LEVELS)
    verdict = verdict_with_marks(finding, words)
    return f"{short_title(finding.title(words.code))}: {verdict} ({levels})."


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
