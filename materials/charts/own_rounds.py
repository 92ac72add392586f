"""What one body answered through the rounds: a row a principle, a column a round, from left to right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from data.models import Answer
from evaluation.round_names import round_in_short, round_in_words
from language import Words
from materials.charts.body_grid import CELL, PRINCIPLES, Cell, Grid, draw_keys, named
from materials.charts.chart import Chart, Scope
from materials.charts.legend import answer_entry
from materials.charts.shape import Shape
from materials.charts.sheet import LINE, Sheet, new_sheet
from materials.charts.theme import MUTED, TEXT

MOST_COLUMNS = 8
NAMES_BESIDE = 470
"""The width of the principles' names where they stand beside the cells."""
GAP = 7


@dataclass(frozen=True)
class OwnRound:
    """One column: a round's key, the answers of one body in it, and that body's name where it is another than
    the one whose page it is.
    """

    round: str
    answers: Sequence[Answer]
    predecessor: str = ""


def own_rounds(
    columns: Sequence[OwnRound], titles: Mapping[int, str], scope: Scope, words: Words, *, about: "About"
) -> Chart:
    """The answers of a body and those it took over from, the oldest round first; ``titles`` are the
    principles' by number.
    """
    sentences = "; ".join(_column_in_words(each, words) for each in columns)
    return Chart(
        name="own_rounds",
        title=about.title,
        subtitle=scope.subtitle(words("framed: the chosen round")),
        footer=scope.footer(words),
        alt=f"{about.title}. {sentences}.",
        table=_table(columns, titles, words),
        language=words.code,
        drawing=lambda shape: _figure(columns, titles, shape, words, chosen=about.round),
        file_stem=scope.file_stem(words("answers")),
    )


@dataclass(frozen=True)
class About:
    """What the picture says, and the key of the round that is marked in it."""

    title: str
    round: str


def _figure(
    columns: Sequence[OwnRound], titles: Mapping[int, str], shape: Shape, words: Words, *, chosen: str
) -> go.Figure:
    visible = columns[-MOST_COLUMNS:]
    left = 6 + NAMES_BESIDE * shape.is_wide
    sheet = new_sheet(words.code, shape, left=left, x_range=(0.5, len(visible) + 0.5))
    grid = Grid(sheet, 0, CELL * shape.marks + 3, (shape.width - left) / len(visible))
    heads = draw_keys(sheet, words) + 14
    y = _heads(sheet, visible, heads, words, chosen=chosen) + 4
    for principle in PRINCIPLES:
        y = _name(sheet, named(titles, principle), grid.row, y)
        y = _row(grid, visible, principle, y, words=words)
    for column, each in enumerate(visible, start=1):
        if each.round == chosen:
            pen = {"color": TEXT, "width": 2}
            across = {"x0": column - 0.49, "x1": column + 0.49}
            sheet.shape(type="rect", y0=heads - 3, y1=y, line=pen, layer="below", **across)
    grid.draw()
    return sheet.cut(_notes(sheet, visible, len(columns) - len(visible), y + 8, words))


def _heads(sheet: Sheet, columns: Sequence[OwnRound], y: float, words: Words, *, chosen: str) -> float:
    """The rounds' short names above their columns, with a letter where another body answered."""
    signs, bottom, small = _signs(columns), y, sheet.page.small
    for place, each in enumerate(columns):
        lines = (*round_in_short(each.round, words), *((signs[place],) if place in signs else ()))
        look = {"size": small, "bold": each.round == chosen, "xref": "x", "xanchor": "center"}
        bottom = max(bottom, sheet.write(lines, y, x=place + 1, **look))
    return bottom


def _name(sheet: Sheet, name: str, row: float, y: float) -> float:
    """A principle's whole name, above its cells or beside them; returns the y where the cells begin."""
    look = {"size": sheet.page.caption}
    if sheet.page.is_wide:
        sheet.column([(name, look)], y + (row - sheet.page.caption * LINE) / 2, (0, NAMES_BESIDE))
        return y
    return sheet.column([(name, look)], y, (0, sheet.page.width)) + 2


def _row(grid: Grid, columns: Sequence[OwnRound], principle: int, y: float, *, words: Words) -> float:
    """A principle's cells; returns the y below."""
    for place, each in enumerate(columns, start=1):
        answer = next((answer for answer in each.answers if answer.principle == principle), None)
        if answer:
            grid.cells.append(Cell(answer, y + grid.row / 2, answer_entry(answer, words), place))
    return y + grid.row + GAP


def _notes(sheet: Sheet, columns: Sequence[OwnRound], left_out: int, y: float, words: Words) -> float:
    """Under the picture: who answered where it was another body, whole names, and what is left out."""
    look = {"size": sheet.page.caption, "colour": MUTED}
    signs = _signs(columns)
    texts = list(dict.fromkeys(f"{sign}: {columns[place].predecessor}" for place, sign in signs.items()))
    if left_out:
        note = words.many(
            "{count} earlier round is left out of the picture",
            "{count} earlier rounds are left out of the picture",
            left_out,
        )
        texts.append(note)
    return sheet.column([(text, look) for text in texts], y, (0, sheet.page.width))


def _signs(columns: Sequence[OwnRound]) -> dict[int, str]:
    """A letter by the place of each column of another body; the same body has the same one."""
    names = list(dict.fromkeys(each.predecessor for each in columns if each.predecessor))
    letters = dict(zip(names, "abcdefghijklmnopqrstuvwxyz", strict=False))
    return {
        place: letters[each.predecessor] for place, each in enumerate(columns) if each.predecessor in letters
    }


def _column_name(each: OwnRound, words: Words) -> str:
    name = round_in_words(each.round, words)
    return f"{name} · {each.predecessor}" if each.predecessor else name


def _column_in_words(each: OwnRound, words: Words) -> str:
    answers = ", ".join(f"{answer.principle}: {answer_entry(answer, words).label}" for answer in each.answers)
    return f"{_column_name(each, words)}: {answers}"


def _table(columns: Sequence[OwnRound], titles: Mapping[int, str], words: Words) -> pd.DataFrame:
    """One row a round, the oldest first, a column a principle: the rating, or why there is none."""
    rows = []
    for each in columns:
        row = {words("Round"): _column_name(each, words)}
        for answer in each.answers:
            entry = answer_entry(answer, words)
            row[named(titles, answer.principle)] = f"{entry.sign} {entry.label}"
        rows.append(row)
    return pd.DataFrame(rows)
