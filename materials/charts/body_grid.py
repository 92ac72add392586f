"""The grid of bodies and principles: which lines it has, where its columns lie, and its cells on a sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from data.models import Answer
from evaluation.scales import LEVELS
from language import Words
from materials.charts import legend
from materials.charts.chart import short_title
from materials.charts.legend import DRAFT, LegendEntry, answer_entry
from materials.charts.sheet import BESIDE, LINE, PLATES, Sheet, as_text, marker, shorten
from materials.charts.squares import EM
from materials.charts.theme import DOTTED, NOT_ANSWERED_SHADE, THIN

CELL = 30
PRINCIPLES = range(1, 6)


@dataclass(frozen=True)
class Cell:
    """One answer's place in the grid and its look there."""

    answer: Answer
    y: float
    entry: LegendEntry
    x: float


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
        """The places of so many columns, each so many pixels wide, with the names."""
        cell = (each_width - names) / len(PRINCIPLES)
        step = (each_width + 20 * (columns - 1)) / cell
        return cls(cell, step, 0.5 + len(PRINCIPLES) + (columns - 1) * step)


def named(titles: Mapping[int, str], principle: int) -> str:
    """``1. Formulerer tydelige rammer``, from the principles' titles by number."""
    return f"{principle}. {short_title(titles[principle])}"


def draw_keys(sheet: Sheet, words: Words) -> float:
    """The key in two rows over the whole width: the five steps, and the four other states."""
    look = {"left": 6 - sheet.layout["margin"]["l"], "width": sheet.page.width}
    states = [*legend.thin(words), *legend.missing(words), draft_entry(words)]
    return legend.draw(sheet, states, legend.draw(sheet, legend.ratings(words), 0, **look) + 8, **look)


def draft_entry(words: Words) -> LegendEntry:
    """The look of an answer that is only begun, in the key."""
    return LegendEntry(words(DRAFT), NOT_ANSWERED_SHADE, "…")


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
        """Put the cells on the sheet, which lie under the signs in them."""
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
