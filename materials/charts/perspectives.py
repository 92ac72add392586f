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
from materials.charts.sheet import CAPTION, LABEL, NARROW, Sheet, new_sheet, wrap
from materials.charts.theme import MUTED

LANE, BETWEEN = 24, 20
NOBODY = {
    "committee": N_("No committee has given a rating"),
    "centre": N_("No centre has given a rating"),
}


def perspectives(evaluation: Evaluation, scope: Scope, words: Words) -> Chart:
    """Both levels' medians for every principle; a level without a median says so in words."""
    findings = evaluation.principles
    figure = _figure(findings, words)
    title = _title(findings, words)
    sentences = " ".join(f"{short_title(f.title(words.code))}: {_pair_in_words(f, words)}." for f in findings)
    return Chart(
        name="perspectives",
        title=title,
        subtitle=scope.subtitle(words("medians of the bodies' ratings")),
        footer=scope.footer(words),
        alt=f"{title}. {sentences}",
        table=_table(findings, words),
        figure=figure,
        height=figure.layout.height,
    )


def _title(findings: Sequence[PrincipleFinding], words: Words) -> str:
    pairs = [(finding.gap.committee, finding.gap.centre) for finding in findings]
    distances = [nearest_distance(committee, centre) for committee, centre in pairs if committee and centre]
    if not distances:
        return words("Do committees and centres see it alike? It can't be said yet")
    alike_count = distances.count(0)
    return words(
        "Committees and centres see {alike} of {total} principles alike",
        alike=alike_count,
        total=len(distances),
    )


def _figure(findings: Sequence[PrincipleFinding], words: Words) -> go.Figure:
    sheet = new_sheet(words.code, x_range=medians.RANGE)
    y = medians.words_above(sheet, words) + 12
    for finding in findings:
        label = wrap(numbered(finding, words), NARROW, LABEL, bold=True)
        y = sheet.write(label, y, bold=True) + 2
        y = sheet.write(wrap(_n_in_words(finding, words), NARROW, CAPTION), y, size=CAPTION, colour=MUTED) + 4
        _lanes(sheet, finding, y, words)
        y += 2 * LANE + BETWEEN
    return sheet.cut(y - BETWEEN)


def _lanes(sheet: Sheet, finding: PrincipleFinding, y: float, words: Words) -> None:
    """Committees in the upper lane, centres in the lower, joined by a thin line where both are known."""
    committee, centre = finding.gap.committee, finding.gap.centre
    if committee and centre:
        medians.join(sheet, committee, centre, (y + LANE / 2, y + 1.5 * LANE))
    for lane, (level, pair) in enumerate((("committee", committee), ("centre", centre))):
        middle = y + (lane + 0.5) * LANE
        if pair is None:
            sheet.write([words(NOBODY[level])], middle - 8, size=CAPTION, colour=MUTED)
            continue
        medians.rules(sheet, (middle - LANE / 2, middle + LANE / 2))
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
