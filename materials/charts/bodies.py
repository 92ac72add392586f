"""What each body answered about each principle: side by side in the organisation's order, to learn from,
never ranked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.models import Answer
from evaluation.scales import LEVELS
from language import Words
from materials.charts import legend
from materials.charts.chart import Chart, Scope, short_title
from materials.charts.file_figure import MARGINS
from materials.charts.legend import DRAFT, LegendEntry, answer_entry
from materials.charts.shape import SCREEN, Shape
from materials.charts.sheet import BESIDE, LINE, PLATES, Sheet, Text, as_text, marker, new_sheet, shorten
from materials.charts.squares import EM
from materials.charts.theme import DOTTED, MUTED, NOT_ANSWERED_SHADE, THIN

NAMES, ROW, CELL = 158, 38, 30
LEAST_ROW, TALLEST, MOST_COLUMNS, MANY_LINES = 23.5, 600, 3, 26
"""On a slide: the lowest row, the height of the grid, its columns; on A4, beyond how many lines it has
two.
"""
PANELS = {1: 420, 2: 340, 3: 300}
"""The width of what stands right of the grid on a slide, by its columns."""
PRINCIPLES = range(1, 6)


@dataclass(frozen=True)
class Cell:
    """One answer's place in the grid and its look there."""

    answer: Answer
    y: float
    entry: LegendEntry
    x: float


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
    if not ratings or (count < len(answers) and scope.status != "closed"):
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


@dataclass(frozen=True)
class Rows:
    """The lines of the grid, a level's key or a body's each, and the bodies' names and answers."""

    lines: tuple[str, ...]
    names: Mapping[str, str]
    answers: Mapping[str, Sequence[Answer]]

    def columns(self, most: int) -> list[tuple[str, ...]]:
        """The lines in one column if they are no more than ``most``; else a level's bodies in as many as they
        need, each under its level.
        """
        if len(self.lines) <= most:
            return [self.lines]
        columns: list[tuple[str, ...]] = []
        starts = [place for place, line in enumerate(self.lines) if line in LEVELS]
        for start, end in zip(starts, [*starts[1:], len(self.lines)], strict=True):
            bodies_of_level, room = self.lines[start + 1 : end], max(most - 1, 1)
            columns += [
                (self.lines[start], *bodies_of_level[first : first + room])
                for first in range(0, len(bodies_of_level), room)
            ]
        return columns


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
    entries = [*legend.ratings(words), *legend.thin(words), *legend.missing(words), _draft(words)]
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


@dataclass(frozen=True)
class Places:
    """Where columns of the grid lie on the axis, which counts cells: a cell's width in pixels, how far a
    column lies from the next, and where the last one ends.
    """

    cell: float
    step: float
    end: float

    @classmethod
    def of(cls, names: float, each_width: float, columns: int) -> "Places":
        cell = (each_width - names) / len(PRINCIPLES)
        step = (each_width + 20 * (columns - 1)) / cell
        return cls(cell, step, 0.5 + len(PRINCIPLES) + (columns - 1) * step)


def named(titles: Mapping[int, str], principle: int) -> str:
    """``1. Formulerer tydelige rammer``, from the principles' titles by number."""
    return f"{principle}. {short_title(titles[principle])}"


def _draft(words: Words) -> LegendEntry:
    return LegendEntry(words(DRAFT), NOT_ANSWERED_SHADE, "…")


def draw_keys(sheet: Sheet, words: Words) -> float:
    """The key in two rows over the whole width: the five steps, and the four other states."""
    look = {"left": 6 - sheet.layout["margin"]["l"], "width": sheet.page.width}
    y = legend.draw(sheet, legend.ratings(words), 0, **look)
    return legend.draw(sheet, [*legend.thin(words), *legend.missing(words), _draft(words)], y + 8, **look)


@dataclass
class Grid:
    """The cells on a sheet: names are ``names`` and cells ``cell`` pixels wide, rows ``row`` high."""

    sheet: Sheet
    names: float
    row: float
    cell: float
    cells: list[Cell] = field(default_factory=list)

    def column(self, rows: Rows, lines: Sequence[str], y: float, offset: float, words: Words) -> float:
        """Lines under each other; returns the y below them."""
        for place, line in enumerate(lines):
            if line in LEVELS and place and not self.sheet.page.is_wide:
                y += 12
            y = self.line(rows, line, y, words, offset=offset)
        return y

    def line(self, rows: Rows, line: str, y: float, words: Words, *, offset: float = 0) -> float:
        """A level's heading or a body's row, ``offset`` cells to the right; returns the y below it."""
        if line in LEVELS:
            return self._heading(words(LEVELS[line]), y, offset)
        size = self.sheet.page.caption
        most_lines = 2 if 2 * size * LINE <= self.row else 1
        name = shorten(
            rows.names[line], self.names - size - 2, size, most_lines=most_lines, measure=self.sheet.measure
        )
        top = y + (self.row - len(name) * size * LINE) / 2
        self._beside(name, top, offset, size=size)
        middle = y + self.row / 2
        for answer in rows.answers[line]:
            self.cells.append(Cell(answer, middle, answer_entry(answer, words), answer.principle + offset))
        return y + self.row

    def _heading(self, level: str, y: float, offset: float) -> float:
        height = min(self.row, 24 * self.sheet.page.marks)
        top = y + (height - self.sheet.page.label * LINE) / 2 if self.sheet.page.is_wide else y
        self._beside([level], top, offset, bold=True)
        for principle in PRINCIPLES:
            spot = {"x": principle + offset, "xref": "x", "xanchor": "center"}
            self.sheet.write([str(principle)], top, bold=True, **spot)
        return y + (self.row if self.sheet.page.is_wide else 24)

    def _beside(self, lines: Sequence[str], top: float, offset: float, **look: Any) -> None:
        place = {"x": 0.5 + offset, "xref": "x"} if offset else {}
        self.sheet.write([line + BESIDE for line in lines], top, xanchor="right", **place, **look)

    def draw(self) -> None:
        for pattern in ("", THIN, DOTTED):
            chosen = [cell for cell in self.cells if cell.entry.pattern == pattern]
            _draw(self.sheet, chosen, pattern, min(CELL, self.row - 3))
            if pattern in PLATES and chosen:
                self._plates(chosen, pattern)
        for cell in self.cells:
            self.sheet.inscribe(cell.entry.sign, (cell.x, cell.y), colour=cell.entry.ink)

    def _plates(self, cells: Sequence[Cell], pattern: str) -> None:
        """What the signs of a pattern stand on, as wide as they are."""
        ems = EM * (max(len(cell.entry.sign) for cell in cells) + 0.3)
        across = max(0.2, ems * self.sheet.page.number / self.cell)
        self.sheet.plates([(cell.x, cell.y) for cell in cells], across=across, colour=PLATES[pattern])


def _draw(sheet: Sheet, cells: Sequence[Cell], pattern: str, height: float) -> None:
    """The cells of one pattern."""
    if not cells:
        return
    sheet.bar(
        y=[cell.y for cell in cells],
        base=[cell.x - 0.46 for cell in cells],
        x=[0.92] * len(cells),
        width=height,
        marker=marker([cell.entry.shade for cell in cells], pattern),
        hovertext=[as_text(c.answer.name, f"{c.answer.principle}: {c.entry.label}") for c in cells],
        hoverinfo="text",
    )


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
        row[f"{answer.principle}. {short_title(titles[answer.principle])}"] = f"{look.sign} {look.label}"
    return pd.DataFrame(list(rows.values()))
