"""What each body answered about each principle: side by side in the organisation's order, to learn from,
never ranked.
"""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from data.models import Answer
from evaluation.round_states import WAITS_FOR_ANSWERS
from evaluation.scales import LEVELS
from language import Words
from materials.charts import legend
from materials.charts.body_grid import PRINCIPLES, Grid, Places, Rows, draft_entry, draw_keys, named
from materials.charts.chart import Chart, Scope
from materials.charts.file_figure import MARGINS
from materials.charts.legend import answer_entry
from materials.charts.shape import SCREEN, Shape
from materials.charts.sheet import Sheet, Text, new_sheet
from materials.charts.theme import MUTED

NAMES, ROW = 158, 38
LEAST_ROW, TALLEST, MOST_COLUMNS, MANY_LINES = 23.5, 600, 3, 26
"""On a slide: the lowest row, the height of the grid, its columns; on A4, beyond how many lines it has
two.
"""
PANELS = {1: 420, 2: 340, 3: 300}
"""The width of what stands right of the grid on a slide, by its columns."""


def bodies(
    answers: Sequence[Answer], titles: Mapping[int, str], scope: Scope, words: Words, *, rows: str = ""
) -> Chart:
    """A grid of bodies and principles with the rating in each cell; ``titles`` are the principles' by number.

    ``rows`` says in words how many rows there are, where they are something else than bodies.

    A rating on a thin basis is striped; missing, draft and "cannot be judged" each look
    their own way.
    """
    title = _title(answers, scope, words)
    body_count = len({answer.body for answer in answers})
    return Chart(
        name="bodies",
        title=title,
        subtitle=scope.subtitle(
            rows or words.many("{count} committee or centre", "{count} committees and centres", body_count)
        ),
        footer=scope.footer(words),
        alt=f"{title}. {_in_words(answers, words)}",
        table=_table(answers, titles, words),
        language=words.code,
        drawing=lambda shape: _figure(answers, titles, shape, words),
        file_stem=scope.file_stem(words("answers")),
    )


def _title(answers: Sequence[Answer], scope: Scope, words: Words) -> str:
    """How many are given while the round waits for some; else how many rate high and low."""
    count = sum(answer.status == "submitted" for answer in answers)
    ratings = [answer.rating for answer in answers if answer.status == "submitted" and answer.rating]
    if not count:
        return words("No committee or centre has answered yet")
    if not ratings or (count < len(answers) and scope.state in WAITS_FOR_ANSWERS):
        return words("{given} of {total} answers have been given", given=count, total=len(answers))
    return words(
        "{high} of {total} ratings are 4 or 5, {low} are 1 or 2",
        high=sum(rating > 3 for rating in ratings),
        total=len(ratings),
        low=sum(rating < 3 for rating in ratings),
    )


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


def _figure(answers: Sequence[Answer], titles: Mapping[int, str], shape: Shape, words: Words) -> go.Figure:
    lines = [
        line
        for level in LEVELS
        if (own := [answer for answer in answers if answer.level == level])
        for line in (level, *dict.fromkeys(answer.body for answer in own))
    ]
    names = {answer.body: answer.name for answer in answers}
    by_body = {body: [answer for answer in answers if answer.body == body] for body in names}
    draw = _wide if shape.is_wide else _tall
    return draw(Rows(tuple(lines), names, by_body), titles, shape, words)


def _tall(rows: Rows, titles: Mapping[int, str], shape: Shape, words: Words) -> go.Figure:
    """Key, grid and the principles' titles under each other."""
    is_long = shape is not SCREEN and len(rows.lines) > MANY_LINES
    columns = rows.columns(-(-len(rows.lines) // 2) + 1) if is_long else (rows.lines,)
    each_width = shape.width / len(columns) - 10 * (len(columns) - 1)
    names = NAMES if shape is SCREEN else (0.6 if is_long else 0.45) * each_width
    places = Places.of(names, each_width, len(columns))
    sheet = new_sheet(words.code, shape, left=names, x_range=(0.5, places.end))
    grid = Grid(sheet, names, 24 if is_long else ROW, places.cell)
    top = draw_keys(sheet, words) + 18
    bottom = max(
        [grid.column(rows, column, top, place * places.step, words) for place, column in enumerate(columns)]
    )
    texts: list[Text] = [
        (named(titles, each), {"size": shape.caption, "colour": MUTED}) for each in PRINCIPLES
    ]
    below = sheet.column(texts, bottom + 12, (0, shape.width))
    grid.draw()
    return sheet.cut(below)


def _wide(rows: Rows, titles: Mapping[int, str], shape: Shape, words: Words) -> go.Figure:
    """The grid in as many columns as its lines need, at most three; key and titles to its right."""
    height = min(shape.room - MARGINS, TALLEST)
    columns = rows.columns(int(height // LEAST_ROW))
    visible, panel = columns[:MOST_COLUMNS], PANELS[min(len(columns), MOST_COLUMNS)]
    row = min(height / max(max((len(column) for column in visible), default=1), 1), ROW)
    each_width = (shape.width - panel) / max(len(visible), 1) - 20 * (len(visible) - 1)
    names = each_width - min((0.08 if len(visible) == 1 else 0.065) * each_width, 56) * len(PRINCIPLES)
    places = Places.of(names, each_width, len(visible))
    right = 6 + shape.width - names - places.cell * (places.end - 0.5)
    sheet = new_sheet(words.code, shape, left=6 + names, right=right, x_range=(0.5, places.end))
    grid = Grid(sheet, names, row, places.cell)
    for place, column in enumerate(visible):
        grid.column(rows, column, 0, place * places.step, words)
    left_out = sum(line not in LEVELS for column in columns[MOST_COLUMNS:] for line in column)
    below = _panel(sheet, titles, (places.cell * (places.end - 0.5) + 30, panel - 30), left_out, words)
    grid.draw()
    return sheet.cut(max([below, *(row * len(column) for column in visible)]))


def _panel(
    sheet: Sheet, titles: Mapping[int, str], spot: tuple[float, float], left_out: int, words: Words
) -> float:
    """The key, the principles' titles and how many bodies are left out, from so many pixels right of the
    cells' left edge on and so many wide; returns the y below them.
    """
    left, width = spot
    entries = [*legend.ratings(words), *legend.thin(words), *legend.missing(words), draft_entry(words)]
    y = legend.draw_list(sheet, entries, 0, (left, left + width)) + 8
    look = {"size": sheet.page.caption, "colour": MUTED}
    texts: list[Text] = [(named(titles, each), look) for each in PRINCIPLES]
    if left_out:
        note = words.many(
            "{count} committee or centre is left out of the picture",
            "{count} committees and centres are left out of the picture",
            left_out,
        )
        texts.append((note, look))
    start = left + sheet.layout["margin"]["l"] - 6
    return sheet.column(texts, y, (start, start + width))


def _table(answers: Sequence[Answer], titles: Mapping[int, str], words: Words) -> pd.DataFrame:
    """One row for each body in the order given, a column for each principle: the rating, or why there is
    none.
    """
    rows: dict[str, dict[str, str]] = {}
    for answer in answers:
        row = rows.setdefault(
            answer.body,
            {words("Level"): words(LEVELS[answer.level]), words("Committee or centre"): answer.name},
        )
        look = answer_entry(answer, words)
        row[named(titles, answer.principle)] = f"{look.sign} {look.label}"
    return pd.DataFrame(list(rows.values()))
