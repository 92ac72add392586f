"""What each body answered about each principle: side by side in the organisation's order, to learn from,
never ranked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from data.models import Answer
from evaluation.scales import LEVELS
from language import Words
from materials.charts import legend
from materials.charts.chart import Chart, Scope, short_title
from materials.charts.legend import DRAFT, LegendEntry, answer_entry
from materials.charts.sheet import (
    BESIDE,
    CAPTION,
    LABEL,
    LINE,
    NARROW,
    PLATES,
    Sheet,
    as_text,
    marker,
    new_sheet,
    shorten,
    wrap,
)
from materials.charts.theme import DOTTED, MUTED, NOT_ANSWERED_SHADE, THIN

NAMES, ROW, CELL = 158, 38, 30
PRINCIPLES = range(1, 6)


@dataclass(frozen=True)
class Cell:
    """One answer's place in the grid and its look there."""

    answer: Answer
    y: float
    entry: LegendEntry


def bodies(
    answers: Sequence[Answer], titles: Mapping[int, str], scope: Scope, words: Words, *, rows: str = ""
) -> Chart:
    """A grid of bodies and principles with the rating in each cell; ``titles`` are the principles' by number.

    ``rows`` says in words how many rows there are, where they are something else than bodies.

    A rating on a thin basis is striped; missing, draft and "cannot be judged" each look
    their own way.
    """
    figure = _figure(answers, titles, words)
    title = _title(answers, words)
    body_count = len({answer.body for answer in answers})
    return Chart(
        name="bodies",
        title=title,
        subtitle=scope.subtitle(rows or words.many("{count} body", "{count} bodies", body_count)),
        footer=scope.footer(words),
        alt=f"{title}. {_in_words(answers, words)}",
        table=_table(answers, titles, words),
        figure=figure,
        height=figure.layout.height,
    )


def _title(answers: Sequence[Answer], words: Words) -> str:
    count = sum(answer.status == "submitted" for answer in answers)
    if not count:
        return words("No body has answered yet")
    return words("{given} of {total} answers have been given", given=count, total=len(answers))


def _in_words(answers: Sequence[Answer], words: Words) -> str:
    ratings = [answer for answer in answers if answer.status == "submitted" and answer.rating]
    unjudged_count = sum(answer.status == "submitted" and answer.rating is None for answer in answers)
    return words(
        "{ratings} ratings, {thin} of them on a thin basis; {unjudged} cannot be judged; {drafts} drafts;"
        " {missing} not answered.",
        ratings=len(ratings),
        thin=sum(answer.basis == "thin" for answer in ratings),
        unjudged=unjudged_count,
        drafts=sum(answer.status == "draft" for answer in answers),
        missing=sum(answer.status == "missing" for answer in answers),
    )


def _figure(answers: Sequence[Answer], titles: Mapping[int, str], words: Words) -> go.Figure:
    sheet = new_sheet(words.code, left=NAMES, x_range=(0.5, len(PRINCIPLES) + 0.5))
    y = _keys(sheet, words) + 18
    cells: list[Cell] = []
    for level in LEVELS:
        rows = [answer for answer in answers if answer.level == level]
        if rows:
            _heading(sheet, y, words(LEVELS[level]))
            y += 24
            y = _rows(sheet, rows, y, cells, words) + 12
    for principle in PRINCIPLES:
        line = wrap(f"{principle}. {short_title(titles[principle])}", NARROW, CAPTION)
        y = sheet.write(line, y, size=CAPTION, colour=MUTED, xshift=6 - NAMES)
    for pattern in ("", THIN, DOTTED):
        _draw(sheet, [cell for cell in cells if cell.entry.pattern == pattern], pattern)
    return sheet.cut(y)


def _keys(sheet: Sheet, words: Words) -> float:
    """The key in two rows over the whole width: the five steps, and the four other states."""
    draft = LegendEntry(words(DRAFT), NOT_ANSWERED_SHADE, "…")
    y = legend.draw(sheet, legend.ratings(words), 0, left=6 - NAMES)
    return legend.draw(sheet, [*legend.thin(words), *legend.missing(words), draft], y + 8, left=6 - NAMES)


def _heading(sheet: Sheet, y: float, level: str) -> None:
    sheet.write([level + BESIDE], y, bold=True, xanchor="right")
    for principle in PRINCIPLES:
        spot = {"x": principle, "xref": "x", "xanchor": "center"}
        sheet.write([str(principle)], y, bold=True, size=LABEL, **spot)


def _rows(sheet: Sheet, answers: Sequence[Answer], y: float, cells: list[Cell], words: Words) -> float:
    """One row for each body in the order given; adds its cells and returns the y below the last row."""
    for body in dict.fromkeys(answer.body for answer in answers):
        own_answers = [answer for answer in answers if answer.body == body]
        lines = shorten(own_answers[0].name, NAMES - 14, CAPTION)
        top = y + (ROW - len(lines) * CAPTION * LINE) / 2
        sheet.write([line + BESIDE for line in lines], top, size=CAPTION, xanchor="right")
        cells.extend(Cell(answer, y + ROW / 2, answer_entry(answer, words)) for answer in own_answers)
        y += ROW
    return y


def _draw(sheet: Sheet, cells: Sequence[Cell], pattern: str) -> None:
    """The cells of one pattern, with a white plate under the number where it is striped."""
    if not cells:
        return
    sheet.bar(
        y=[cell.y for cell in cells],
        base=[cell.answer.principle - 0.46 for cell in cells],
        x=[0.92] * len(cells),
        width=CELL,
        marker=marker([cell.entry.shade for cell in cells], pattern),
        hovertext=[as_text(c.answer.name, f"{c.answer.principle}: {c.entry.label}") for c in cells],
        hoverinfo="text",
    )
    if pattern in PLATES:
        sheet.plates([(cell.answer.principle, cell.y) for cell in cells], across=0.2, colour=PLATES[pattern])
    for cell in cells:
        sheet.inscribe(cell.entry.sign, (cell.answer.principle, cell.y), colour=cell.entry.ink)


def _table(answers: Sequence[Answer], titles: Mapping[int, str], words: Words) -> pd.DataFrame:
    """One row for each body in the order given, a column for each principle: the rating, or why there is
    none.
    """
    rows: dict[str, dict[str, str]] = {}
    for answer in answers:
        row = rows.setdefault(
            answer.body, {words("Level"): words(LEVELS[answer.level]), words("Body"): answer.name}
        )
        look = answer_entry(answer, words)
        row[f"{answer.principle}. {short_title(titles[answer.principle])}"] = f"{look.sign} {look.label}"
    return pd.DataFrame(list(rows.values()))
