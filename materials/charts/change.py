"""What moved since the previous round: an arrow on the ordinal axis for each principle and level, and
counts in words.
"""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from evaluation.findings import Evaluation, Median, PrincipleFinding
from evaluation.movement_words import movement_words
from evaluation.ordinal import nearest_distance
from evaluation.round_names import round_in_sentence
from evaluation.scales import LEVELS
from language import Words
from materials.charts import medians
from materials.charts.chart import Chart, Scope, median_in_words, numbered, short_title
from materials.charts.fitting import fitted
from materials.charts.shape import Shape
from materials.charts.sheet import Sheet, Text, new_sheet
from materials.charts.theme import HIGHER, LOWER, MUTED

LANE, BETWEEN = 20, 20
TITLES, MOVES = 470, 330
"""The widths of the principles' titles and of their moves in words, beside the arrows where a shape is
wide.
"""


def change(evaluation: Evaluation, scope: Scope, words: Words) -> Chart:
    """From the previous round's medians to this round's; says so where there is nothing to compare."""
    findings = evaluation.principles
    title = _title(findings, words)
    sentences = " ".join(f"{short_title(f.title(words.code))}: {_moves(f, words)}." for f in findings)
    return Chart(
        name="change",
        title=title,
        subtitle=scope.subtitle(
            words("hollow: previous round, filled: this round") if _compared(findings) else ""
        ),
        footer=scope.footer(words),
        alt=f"{title}. {sentences}",
        table=_table(findings, words),
        language=words.code,
        drawing=lambda shape: _figure(findings, shape, words),
        file_stem=scope.file_stem(words("change")),
    )


def _compared(findings: Sequence[PrincipleFinding]) -> bool:
    return any(finding.change.previous_round for finding in findings)


def _title(findings: Sequence[PrincipleFinding], words: Words) -> str:
    previous_key = next((f.change.previous_round for f in findings if f.change.previous_round), None)
    if previous_key is None:
        return words("There is no earlier round to compare with")
    if not any(f.change.paired for f in findings):
        (sentence,) = movement_words(findings)
        return words.say(sentence).removesuffix(".")
    up, same, down = (sum(getattr(f.change, way) for f in findings) for way in ("up", "same", "down"))
    round_name = round_in_sentence(previous_key, words)
    return words(
        "Since {previous}: {up} ratings are higher, {same} the same and {down} lower",
        previous=round_name,
        up=up,
        same=same,
        down=down,
    )


def _figure(findings: Sequence[PrincipleFinding], shape: Shape, words: Words) -> go.Figure:
    if not _compared(findings):
        sheet = new_sheet(words.code, shape)
        return sheet.cut(
            sheet.column([(_title(findings, words), {"colour": MUTED})], 8, (0, shape.width)) + 8
        )
    row, between = (_wide_row, BETWEEN / 2) if shape.is_wide else (_row, BETWEEN)
    beside = (TITLES + MOVES) * shape.is_wide

    def draw(rows: Sequence[PrincipleFinding], more: float) -> go.Figure:
        sheet = new_sheet(words.code, shape, left=6 + beside, x_range=medians.RANGE)
        y = medians.words_above(sheet, words, shape.width - beside) + 12
        for finding in rows:
            y = row(sheet, finding, y, words) + between + more
        return sheet.cut(y - between - more)

    return fitted(findings, shape, draw)


def _row(sheet: Sheet, finding: PrincipleFinding, y: float, words: Words) -> float:
    """A principle, its counts and, under each level's words, its arrow; returns the y below them."""
    shape = sheet.page
    texts: list[Text] = [
        (numbered(finding, words), {"bold": True}),
        (_counts(finding, words), {"size": shape.caption}),
    ]
    y = sheet.column(texts, y, (0, shape.width)) + 6
    for level in LEVELS:
        y = sheet.write([_move(finding, level, words)], y, size=shape.caption, colour=MUTED)
        if any(_both(finding, level)):
            medians.rules(sheet, (y + 2, y + LANE))
            _arrow(sheet, finding, level, y + LANE / 2, words=words)
            y += LANE
        y += 6
    return y


def _wide_row(sheet: Sheet, finding: PrincipleFinding, y: float, words: Words) -> float:
    """The same side by side: a principle and its counts, each level's words, its arrow."""
    shape, lane = sheet.page, LANE * sheet.page.marks
    look = {"size": shape.caption}
    texts: list[Text] = [(numbered(finding, words), {"bold": True}), (_counts(finding, words), look)]
    below = sheet.column(texts, y, (0, TITLES - 24))
    for level in LEVELS:
        move = _move(finding, level, words, is_short=True)
        bottom = sheet.column([(move, look | {"colour": MUTED})], y, (TITLES, TITLES + MOVES - 16))
        middle = y + max(bottom - y, lane) / 2
        if any(_both(finding, level)):
            medians.rules(sheet, (middle - lane / 2, middle + lane / 2))
            _arrow(sheet, finding, level, middle, words=words)
        y = max(bottom, y + lane) + 4
    return max(below, y)


def _arrow(sheet: Sheet, finding: PrincipleFinding, level: str, y: float, *, words: Words) -> None:
    median_before, median_now = _both(finding, level)
    if median_before and median_before != median_now:
        medians.mark(sheet, median_before, y, look=medians.BEFORE, hover=_move(finding, level, words))
    if median_before and median_now and nearest_distance(median_before, median_now):
        is_higher = median_now > median_before
        start, end = (median_before[1], median_now[0]) if is_higher else (median_before[0], median_now[1])
        spot = {
            "x": end,
            "y": y,
            "ax": start,
            "ay": y,
            "axref": "x",
            "ayref": "y",
            "text": "",
            "showarrow": True,
        }
        pen = {
            "arrowcolor": HIGHER if is_higher else LOWER,
            "arrowwidth": 3,
            "arrowhead": 2,
            "standoff": 9 * sheet.page.marks,
            "startstandoff": 9 * sheet.page.marks,
        }
        sheet.annotate(**spot, **pen)
    if median_now:
        medians.mark(sheet, median_now, y, look=medians.NOW, hover=_move(finding, level, words))


def _counts(finding: PrincipleFinding, words: Words) -> str:
    shift = finding.change
    if not shift.paired:
        return words("No committee or centre can be compared with the previous round")
    text = words("{up} higher, {same} the same, {down} lower", up=shift.up, same=shift.same, down=shift.down)
    bodies = words.many(
        "{count} committee or centre compared", "{count} committees and centres compared", shift.paired
    )
    return f"{text} ({bodies})"


def _move(finding: PrincipleFinding, level: str, words: Words, *, is_short: bool = False) -> str:
    """``Udvalg · 3 → 3–4``, in words whether it moved unless ``is_short``, and how many rate on a thin basis
    now; a pair that touches the other has not moved.
    """
    median_before, median_now = _both(finding, level)
    if not median_before and not median_now:
        return f"{words(LEVELS[level])} · {words('no middle answer')}"
    steps = f"{median_in_words(median_before, words)} → {median_in_words(median_now, words)}"
    thin_count = sum(finding.standing(level).thin_counts)
    parts = [
        words(LEVELS[level]),
        steps,
        _direction(median_before, median_now, words) if median_before and median_now and not is_short else "",
        words("{thin} on a thin basis", thin=thin_count) if thin_count else "",
    ]
    return " · ".join(part for part in parts if part)


def _direction(median_before: Median, median_now: Median, words: Words) -> str:
    if median_before == median_now:
        return words("unchanged")
    if not nearest_distance(median_before, median_now):
        return words("about the same")
    return words("higher") if median_now > median_before else words("lower")


def _both(finding: PrincipleFinding, level: str) -> tuple[Median | None, Median | None]:
    return finding.change.previous_medians.get(level), finding.standing(level).median


def _moves(finding: PrincipleFinding, words: Words) -> str:
    return "; ".join([_counts(finding, words), *(_move(finding, level, words) for level in LEVELS)])


def _table(findings: Sequence[PrincipleFinding], words: Words) -> pd.DataFrame:
    """One row for each principle and level: the median before and now; the counts are those of all bodies."""
    rows = []
    for finding in findings:
        for level in LEVELS:
            median_before, median_now = _both(finding, level)
            row = {
                words("Principle"): numbered(finding, words),
                words("Level"): words(LEVELS[level]),
                words("Previous round"): median_in_words(median_before, words),
                words("This round"): median_in_words(median_now, words),
                words("Higher"): finding.change.up,
                words("The same"): finding.change.same,
                words("Lower"): finding.change.down,
            }
            rows.append(row)
    return pd.DataFrame(rows)
