"""Committees beside centres: the two medians of each principle on the scale's own words, never blended
into one.
"""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from evaluation.findings import Evaluation, PrincipleFinding
from evaluation.ordinal import nearest_distance
from evaluation.scales import LEVELS
from language import N_, Words
from materials.charts import medians
from materials.charts.chart import Chart, Scope, median_in_words, n_in_words, numbered, short_title
from materials.charts.fitting import fitted
from materials.charts.shape import Shape
from materials.charts.sheet import Sheet, Text, new_sheet
from materials.charts.theme import MUTED

LANE, BETWEEN = 24, 20
BESIDE_MARKS = 560
"""The width of the words beside the marks where a shape is wide."""
NOBODY = {
    "committee": N_("No committee has given a rating"),
    "centre": N_("No centre has given a rating"),
}


def perspectives(evaluation: Evaluation, scope: Scope, words: Words) -> Chart:
    """Both levels' medians for every principle; a level without a median says so in words."""
    findings = evaluation.principles
    title = _title(findings, words)
    sentences = " ".join(f"{short_title(f.title(words.code))}: {_pair_in_words(f, words)}." for f in findings)
    return Chart(
        name="perspectives",
        title=title,
        subtitle=scope.subtitle(words("middle answers")),
        footer=scope.footer(words),
        alt=f"{title}. {sentences}",
        table=_table(findings, words),
        language=words.code,
        drawing=lambda shape: _figure(findings, shape, words),
        file_stem=scope.file_stem(words("committees and centres")),
    )


def _title(findings: Sequence[PrincipleFinding], words: Words) -> str:
    pairs = {each.principle: (each.gap.committee, each.gap.centre) for each in findings}
    distances = {
        number: nearest_distance(committee, centre)
        for number, (committee, centre) in pairs.items()
        if committee and centre
    }
    alike = [str(number) for number, distance in distances.items() if not distance]
    apart = [str(number) for number, distance in distances.items() if distance]
    if not distances:
        return words("Do committees and centres see it alike? It can't be said yet")
    if not apart:
        return words("Committees and centres see what both have rated alike")
    different = words.many(
        "Committees and centres see principle {numbers} differently",
        "Committees and centres see principles {numbers} differently",
        len(apart),
        numbers=words.listed(apart),
    )
    return (
        words("{different}, {numbers} alike", different=different, numbers=words.listed(alike))
        if alike
        else different
    )


def _figure(findings: Sequence[PrincipleFinding], shape: Shape, words: Words) -> go.Figure:
    def draw(rows: Sequence[PrincipleFinding], more: float) -> go.Figure:
        sheet = new_sheet(words.code, shape, left=6 + BESIDE_MARKS * shape.is_wide, x_range=medians.RANGE)
        y = medians.words_above(sheet, words, shape.width - BESIDE_MARKS * shape.is_wide) + 12
        for finding in rows:
            y = _row(sheet, finding, y, words) + BETWEEN + more
        return sheet.cut(y - BETWEEN - more)

    return fitted(findings, shape, draw)


def _row(sheet: Sheet, finding: PrincipleFinding, y: float, words: Words) -> float:
    """A principle and its lanes, under it or, where it is wide, beside it; returns the y below them."""
    shape, lane = sheet.page, LANE * sheet.page.marks
    across = (0, BESIDE_MARKS - 30 if shape.is_wide else shape.width)
    look = {"size": shape.caption, "colour": MUTED}
    texts: list[Text] = [(numbered(finding, words), {"bold": True}), (_n_in_words(finding, words), look)]
    below = sheet.column(texts, y, across)
    top = y if shape.is_wide else below + 6
    _lanes(sheet, finding, top, words)
    return max(below, top + 2 * lane)


def _lanes(sheet: Sheet, finding: PrincipleFinding, y: float, words: Words) -> None:
    """Committees in the upper lane, centres in the lower, joined by a thin line where both are known."""
    committee, centre, high = finding.gap.committee, finding.gap.centre, LANE * sheet.page.marks
    if committee and centre:
        medians.join(sheet, committee, centre, (y + high / 2, y + 1.5 * high))
    for lane, (level, pair) in enumerate((("committee", committee), ("centre", centre))):
        middle = y + (lane + 0.5) * high
        if pair is None:
            sheet.write(
                [words(NOBODY[level])],
                middle - sheet.page.caption * 0.65,
                size=sheet.page.caption,
                colour=MUTED,
            )
            continue
        medians.rules(sheet, (middle - high / 2, middle + high / 2))
        hover = f"{words(LEVELS[level])}: {median_in_words(pair, words)}"
        medians.mark(
            sheet,
            pair,
            middle,
            look=medians.COMMITTEES if level == "committee" else medians.CENTRES,
            hover=hover,
        )
        other_median = centre if level == "committee" else committee
        medians.name(sheet, pair, middle, words(LEVELS[level]), away_from=other_median)


def _n_in_words(finding: PrincipleFinding, words: Words) -> str:
    parts = []
    for level in LEVELS:
        parts.append(f"{words(LEVELS[level])} {n_in_words(finding.standing(level), words)}")
    return " · ".join(parts)


def _pair_in_words(finding: PrincipleFinding, words: Words) -> str:
    pairs = {"committee": finding.gap.committee, "centre": finding.gap.centre}
    return ", ".join(
        f"{words(LEVELS[level])} {median_in_words(pair, words)}" for level, pair in pairs.items()
    )


def _table(findings: Sequence[PrincipleFinding], words: Words) -> pd.DataFrame:
    """One row for each principle: each level's median and the n behind it."""
    rows = []
    for finding in findings:
        row: dict[str, object] = {words("Principle"): numbered(finding, words)}
        for level, pair in (("committee", finding.gap.committee), ("centre", finding.gap.centre)):
            standing = finding.standing(level)
            row[words(LEVELS[level])] = median_in_words(pair, words)
            row[f"n, {words(LEVELS[level])}"] = words.share_of(standing.assessable, standing.expected)
        rows.append(row)
    return pd.DataFrame(rows)
