"""One principle through all rounds: both levels' medians on the ordinal axis, a lane a round, and the
breaks between them.
"""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from data.models import Break, Round
from evaluation.confidence_words import GRADES
from evaluation.findings import PrincipleFinding
from evaluation.round_names import round_in_words
from evaluation.scales import LEVELS, VERDICTS
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
from materials.charts.shape import Shape
from materials.charts.sheet import Sheet, Text, new_sheet
from materials.charts.theme import MUTED

LANE, BETWEEN = 24, 16
BESIDE_MARKS = 760
"""The width of the words beside the marks where a shape is wide."""
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
        subtitle=scope.subtitle(words("filled: committees, hollow: centres")),
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
        sheet = new_sheet(words.code, shape, left=6 + BESIDE_MARKS * shape.is_wide, x_range=medians.RANGE)
        y = medians.words_above(sheet, words, shape.width - BESIDE_MARKS * shape.is_wide) + 12
        round_before = None
        for this_round, finding in newest_first[::-1]:
            if round_before:
                y = _breaks(sheet, between(breaks, round_before, this_round), y, words)
            y = _row(sheet, (this_round, finding), y, words) + BETWEEN + more
            round_before = this_round
        if len(newest_first) < len(rounds):
            note = words.many(
                "{count} earlier round is left out of the picture",
                "{count} earlier rounds are left out of the picture",
                len(rounds) - len(newest_first),
            )
            y = (
                BETWEEN
                + more
                + sheet.column([(note, {"size": shape.small, "colour": MUTED})], y, (0, shape.width))
            )
        return sheet.cut(y - BETWEEN - more)

    return fitted(rounds[::-1], shape, draw)


def _row(sheet: Sheet, round_finding: RoundFinding, y: float, words: Words) -> float:
    """A round's verdict and levels in words, and its lane under or beside them; returns the y below."""
    (this_round, finding), shape = round_finding, sheet.page
    texts: list[Text] = [
        (name_of(this_round, words), {"bold": True}),
        (verdict_in_words(finding, words), {"size": shape.caption}),
        (_levels(finding, words), {"size": shape.caption, "colour": MUTED}),
    ]
    below = sheet.column(texts, y, (0, BESIDE_MARKS - 30 if shape.is_wide else shape.width))
    return max(below, _lane(sheet, finding, y if shape.is_wide else below + 5, words))


def _breaks(sheet: Sheet, breaks: Sequence[Break], y: float, words: Words) -> float:
    """A dashed line across and what broke, where something did."""
    if not breaks:
        return y
    pen = {"color": MUTED, "width": 1, "dash": "dash"}
    sheet.shape(type="line", xref="paper", x0=0, x1=1, y0=y, y1=y, line=pen)
    y += 5
    for each in breaks:
        look = {"size": sheet.page.caption, "colour": MUTED}
        y = sheet.column([(break_in_words(each, words), look)], y, (0, sheet.page.width))
    return y + BETWEEN * 0.6


def _lane(sheet: Sheet, finding: PrincipleFinding, y: float, words: Words) -> float:
    """Both medians, one under the other so that equal ones do not hide each other; returns the y below
    them.
    """
    lane = LANE * sheet.page.marks
    medians.rules(sheet, (y, y + 2 * lane))
    for place, level in enumerate(LEVELS):
        pair = finding.standing(level).median
        if pair:
            hover = f"{words(LEVELS[level])}: {median_in_words(pair, words)}"
            look = medians.COMMITTEES if level == "committee" else medians.CENTRES
            medians.mark(sheet, pair, y + (place + 0.5) * lane, look=look, hover=hover)
    return y + 2 * lane


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
