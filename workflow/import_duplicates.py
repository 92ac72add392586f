"""New rows that are probably known already: only records with a day or the case number in common are
compared, so that the work grows with the rows and not with their pairs.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
from rapidfuzz import fuzz

from language.stems import folded

COMPARED = ("start_on", "end_on", "case_number")
LEAST = {1: 82.0, 2: 60.0, 3: 50.0}
"""How alike two titles must be (0 to 100), by how much else the two records have in common."""
NEIGHBOURS = 12
"""Of many records with a day in common, only those whose titles stand so near in the alphabet."""


@dataclass(frozen=True)
class Candidate:
    """A record that a row may be: its key, its row in the file (None: it is stored), the words of its title,
    and the values of :data:`COMPARED`.
    """

    key: str
    row: int | None
    title: str
    values: tuple[str | None, ...]
    numbers: frozenset[str] = field(default_factory=frozenset)


class _Bucket:
    """Records with one value in common, by the words of their titles in alphabetical order."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = sorted(candidates, key=lambda each: each.title)
        self._titles = [each.title for each in self._candidates]

    def near(self, title: str) -> Sequence[Candidate]:
        """All of few, the neighbours of many."""
        if len(self._candidates) <= 2 * NEIGHBOURS:
            return self._candidates
        place = bisect_left(self._titles, title)
        return self._candidates[max(0, place - NEIGHBOURS) : place + NEIGHBOURS]


def candidates(frame: pd.DataFrame, rows: Sequence[int | None]) -> list[Candidate]:
    """The records of a frame (consultation, title, and those of :data:`COMPARED` that there are)."""
    columns = [frame[name] if name in frame else [None] * len(frame) for name in COMPARED]
    made = []
    for key, title, row, *values in zip(frame["consultation"], frame["title"], rows, *columns, strict=True):
        words = sorted(re.findall(r"\w+", folded(str(title or ""))))
        numbers = frozenset(word for word in words if any(letter.isdigit() for letter in word))
        made.append(Candidate(str(key), row, " ".join(words), tuple(values), numbers))
    return made


def likely_pairs(
    new: Sequence[Candidate], stored: Sequence[Candidate]
) -> Iterator[tuple[Candidate, Candidate]]:
    """Each new row that is probably a stored record, or an earlier new row, with the likeliest one."""
    buckets = _buckets([*stored, *new])
    for each in new:
        others = {
            id(other): other
            for place in _places(each)
            for other in buckets[place].near(each.title)
            if other.row is None or (each.row or 0) > other.row
        }
        best = max(others.values(), key=lambda other: _likeness(each, other), default=None)
        if best is not None and _likeness(each, best) > 0:
            yield each, best


def _buckets(all_candidates: Sequence[Candidate]) -> Mapping[tuple[str, str], _Bucket]:
    members: dict[tuple[str, str], list[Candidate]] = {}
    for each in all_candidates:
        for place in _places(each):
            members.setdefault(place, []).append(each)
    return {place: _Bucket(those) for place, those in members.items()}


def _places(each: Candidate) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in zip(COMPARED, each.values, strict=True) if value)


def _likeness(one: Candidate, other: Candidate) -> float:
    """How alike two records are, 0 where they are probably two: as their titles are where these name other
    numbers, such as two local plans.
    """
    if one.key == other.key and one.row == other.row:
        return 0.0
    if not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return 0.0
    common = sum(mine is not None and mine == its for mine, its in zip(one.values, other.values, strict=True))
    likeness = fuzz.ratio(one.title, other.title, score_cutoff=LEAST[common])
    return likeness + common if likeness else 0.0
