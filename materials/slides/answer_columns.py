"""Answers as the columns of a chart: laid around the middle step, or as parts of a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from evaluation.scales import NOT_ASSESSABLE, RATINGS
from language import Words
from materials.charts import legend
from materials.charts.legend import NOT_ANSWERED, LegendEntry
from materials.charts.theme import RATING_SHADES, THIN
from materials.slides.chart_workbook import Column, ColumnCells

NONE = (0, 0, 0, 0, 0)
SPACE = 1
"""How far what is missing lies from the longest bar, in answers."""


@dataclass(frozen=True)
class Bar:
    """The answers of one row: how many chose each step, how many of those on a thin basis, how many could not
    judge and how many have not answered.
    """

    label: str
    counts: tuple[int, ...]
    thin: tuple[int, ...] = NONE
    not_assessable: int = 0
    not_answered: int = 0

    @property
    def below(self) -> float:
        """How far it reaches to the left of the middle of step 3."""
        return self.counts[0] + self.counts[1] + self.counts[2] / 2

    @property
    def above(self) -> float:
        return self.counts[2] / 2 + self.counts[3] + self.counts[4]

    @property
    def missing(self) -> int:
        return self.not_assessable + self.not_answered


Bars = Sequence[Bar | None]
"""The rows from above; None is an empty one between two groups."""


def drawn(bars: Bars) -> list[Bar]:
    """The rows that are not empty."""
    return [bar for bar in bars if bar]


def left_of(bars: Bars) -> float:
    """How far the longest bar reaches to the left of the middle."""
    return max((bar.below for bar in drawn(bars)), default=0)


def right_of(bars: Bars) -> float:
    return max((bar.above for bar in drawn(bars)), default=0)


def length_of(bars: Bars) -> float:
    """How many answers the whole picture is wide: at least one."""
    missing = max((bar.missing for bar in drawn(bars)), default=0)
    return max(left_of(bars) + right_of(bars) + (SPACE + missing if missing else 0), 1)


def around_the_middle(bars: Bars, words: Words) -> list[Column]:
    """The columns of a diverging picture: an offset that nobody sees puts the middle of step 3 on one
    line.
    """
    below, above = words("below the middle"), words("above the middle")
    offset, gap = words("offset"), words("space")
    left, right = left_of(bars), right_of(bars)
    columns = [
        Column(
            offset,
            tuple(left - bar.below if bar else None for bar in bars),
            formula=lambda row, cells: f"=MAX({cells.whole(below)})-{cells.cell(below, row)}",
        ),
        *_steps(bars, words),
    ]
    if any(bar.missing for bar in drawn(bars)):
        columns += [
            Column(
                gap,
                tuple(right - bar.above + SPACE if bar else None for bar in bars),
                formula=lambda row, cells: f"=MAX({cells.whole(above)})-{cells.cell(above, row)}+{SPACE}",
            ),
            *_missing(bars, words),
        ]
    return [
        *columns,
        _half(below, tuple(bar.below if bar else None for bar in bars), (1, 2), _names_by_step(bars, words)),
        _half(above, tuple(bar.above if bar else None for bar in bars), (4, 5), _names_by_step(bars, words)),
    ]


def _half(
    label: str, values: tuple[float | None, ...], steps: tuple[int, int], names: Mapping[int, Sequence[str]]
) -> Column:
    """How far the bars reach to one side of the middle: the steps there, and half of the step on it."""

    def formula(row: int, cells: ColumnCells) -> str:
        full = [cells.cell(name, row) for step in steps for name in names[step]]
        middle = "+".join(cells.cell(name, row) for name in names[3])
        return f"={'+'.join(full)}+({middle})/2"

    return Column(label, values, formula=formula, is_drawn=False)


def parts_of_a_whole(bars: Bars, words: Words) -> list[Column]:
    """The columns of a picture in which every bar is as long as the others; a row without answers has
    none.
    """
    are_full = [bar is not None and sum(bar.counts) > 0 for bar in bars]
    return [
        replace(
            column, values=tuple(v if full else None for v, full in zip(column.values, are_full, strict=True))
        )
        for column in _steps(bars, words)
    ]


def entries(bars: Bars, words: Words) -> list[LegendEntry]:
    """What a key must explain: the five steps, and what else occurs."""
    unable, silent = legend.missing(words)
    return [
        *legend.ratings(words),
        *(legend.thin(words) if _thin_steps(bars) else []),
        *([unable] if any(bar.not_assessable for bar in drawn(bars)) else []),
        *([silent] if any(bar.not_answered for bar in drawn(bars)) else []),
    ]


def _thin_steps(bars: Bars) -> list[int]:
    return [step for step in RATING_SHADES if any(bar.thin[step - 1] for bar in drawn(bars))]


def _entry(step: int, words: Words, *, is_thin: bool = False) -> LegendEntry:
    label, shade = f"{step} {words(RATINGS[step])}", RATING_SHADES[step]
    if is_thin:
        return LegendEntry(words("{rating}, on a thin basis", rating=label), shade, str(step), THIN)
    return LegendEntry(label, shade, str(step))


def _names_by_step(bars: Bars, words: Words) -> dict[int, list[str]]:
    thin = _thin_steps(bars)
    return {
        step: [
            _entry(step, words, is_thin=is_thin).label
            for is_thin in (False, True)
            if step in thin or not is_thin
        ]
        for step in RATING_SHADES
    }


def _steps(bars: Bars, words: Words) -> list[Column]:
    """A column a step from low to high, and beside it one for those on a thin basis, where there is any."""
    columns = []
    for step in RATING_SHADES:
        entry = _entry(step, words)
        solid = tuple(bar.counts[step - 1] - bar.thin[step - 1] if bar else None for bar in bars)
        columns.append(Column(entry.label, solid, entry))
        if step in _thin_steps(bars):
            entry = _entry(step, words, is_thin=True)
            thin = tuple(bar.thin[step - 1] if bar else None for bar in bars)
            columns.append(Column(entry.label, thin, entry))
    return columns


def _missing(bars: Bars, words: Words) -> list[Column]:
    unable, silent = legend.missing(words)
    return [
        Column(words(NOT_ASSESSABLE), tuple(bar.not_assessable if bar else None for bar in bars), unable),
        Column(words(NOT_ANSWERED), tuple(bar.not_answered if bar else None for bar in bars), silent),
    ]
