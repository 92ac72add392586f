"""Where each body's answer lies in the picture of answers: one square a body, laid around the middle step.

Both pictures read it: the strip on a page, and the figure that leaves it. Lengths are in squares.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from data.models import Answer
from evaluation.scales import LEVELS
from language import Words
from materials.charts.legend import LegendEntry, answer_entry
from materials.charts.theme import THIN

MOST_SQUARES = 30
"""A level of more bodies than this is shown as counted segments."""
EM = 0.53
"""How wide a sign's characters are, in type sizes."""
SPACE = 1
"""How far what is missing lies from the longest strip."""


@dataclass(frozen=True)
class Square:
    """One body's answer, or from 31 bodies on, all of one look. ``start`` is where it begins, counted from
    the middle of the middle step; of what is missing, from where that begins.
    """

    answers: tuple[Answer, ...]
    entry: LegendEntry
    start: float

    @property
    def bodies(self) -> int:
        return len(self.answers)

    @property
    def sign(self) -> str:
        """The step, and of how many where that is not one."""
        return self.entry.sign if self.bodies == 1 else f"{self.entry.sign} × {self.bodies}"

    def sign_within(self, ems: float) -> str:
        """The sign if it fits into so many type sizes, else the step alone if that does; empty if neither."""
        for sign in (self.sign, self.entry.sign):
            if EM * len(sign) + 0.1 <= ems:
                return sign
        return ""


@dataclass(frozen=True)
class Strip:
    """The answers of one level about one principle: ratings from low to high, and apart what is missing."""

    principle: int
    level: str
    ratings: tuple[Square, ...]
    missing: tuple[Square, ...]

    @property
    def below(self) -> float:
        """How far it reaches to the left of the middle."""
        return -self.ratings[0].start if self.ratings else 0

    @property
    def above(self) -> float:
        return _end(self.ratings)


@dataclass(frozen=True)
class Picture:
    """All strips of a picture on one scale, from ``left`` (not positive) to ``right``; what is missing
    begins at ``missing_start`` in each.
    """

    strips: tuple[Strip, ...]
    left: float
    missing_start: float
    right: float

    def of(self, principle: int) -> list[Strip]:
        """The strips of one principle, committees first."""
        return [strip for strip in self.strips if strip.principle == principle]


def picture(
    answers: Sequence[Answer], principles: Sequence[int], words: Words, *, most_squares: int = MOST_SQUARES
) -> Picture:
    """The strips of both levels for each of these principles, in their order. A level of more bodies than
    ``most_squares`` is counted segments.
    """
    strips = tuple(
        _strip(answers, (principle, level), most_squares, words)
        for principle in principles
        for level in LEVELS
    )
    left = -max([strip.below for strip in strips], default=0)
    right = max([strip.above for strip in strips], default=0)
    missing = max([_end(strip.missing) for strip in strips], default=0)
    start = right + SPACE if missing else right
    return Picture(strips, left, start, start + missing)


def _strip(answers: Sequence[Answer], spot: tuple[int, str], most_squares: int, words: Words) -> Strip:
    own = [answer for answer in answers if (answer.principle, answer.level) == spot]
    groups = [tuple(group) for _, group in groupby(sorted(own, key=_order), _order)]
    if len(own) <= most_squares:
        groups = [(answer,) for group in groups for answer in group]
    rated = [group for group in groups if group[0].rating]
    ratings = [answer.rating for answer in own if answer.rating]
    middle = sum(rating < 3 for rating in ratings) + ratings.count(3) / 2
    return Strip(
        *spot,
        _laid(rated, -middle, words),
        _laid([group for group in groups if not group[0].rating], 0, words),
    )


def _order(answer: Answer) -> tuple[bool, int, bool, str]:
    """Ratings from low to high, on a thin basis after the others; then who cannot judge, then who has not
    answered.
    """
    is_missing = answer.status != "submitted"
    return not answer.rating, answer.rating or int(is_missing), answer.basis == THIN, answer.status


def _laid(groups: Sequence[tuple[Answer, ...]], start: float, words: Words) -> tuple[Square, ...]:
    """The groups side by side from a start on."""
    squares = []
    for group in groups:
        squares.append(Square(group, answer_entry(group[0], words), start))
        start += len(group)
    return tuple(squares)


def _end(squares: Sequence[Square]) -> float:
    return squares[-1].start + squares[-1].bodies if squares else 0
