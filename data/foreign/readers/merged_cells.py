"""Merged cells: what they say holds for every cell that they cover, and a file keeps it in the first
alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from language import N_, Sentence

NUMBER = re.compile(r"-?\d+([.,]\d+)?")
REPEATED = N_(
    "{sheet}: merged cells stand over several rows; their text was repeated in each row that they cover."
)


@dataclass(frozen=True)
class Merge:
    """A range of cells that are one, by rows and columns counted from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class _Cover:
    merge: Merge
    text: str


def with_merges(rows: Iterable[Sequence[str]], merges: Iterable[Merge]) -> Iterator[Sequence[str]]:
    """The rows with a merged cell's text in every cell that it covers.

    A number is not repeated below itself, where it would be counted twice; a title alone in its row is not
    repeated beside itself, and nothing is put into a row that is empty otherwise.
    """
    starts: dict[int, list[Merge]] = defaultdict(list)
    for merge in merges:
        starts[merge.top].append(merge)
    covers: list[_Cover] = []
    for number, row in enumerate(rows):
        covers = [cover for cover in covers if cover.merge.bottom >= number]
        covers += [_Cover(merge, _text(row, merge.left)) for merge in starts.get(number, ())]
        yield _covered(row, number, covers) if covers else row


def merge_notices(sheet: str, merges: Iterable[Merge]) -> Iterator[Sentence]:
    """What must be told where merged cells stand over several rows."""
    if any(merge.bottom > merge.top for merge in merges):
        yield Sentence(REPEATED, {"sheet": sheet})


def _covered(row: Sequence[str], number: int, covers: Sequence[_Cover]) -> list[str]:
    result = list(row)
    for cover in covers:
        merge, text = cover.merge, cover.text
        is_below = number > merge.top
        if not text or (is_below and (NUMBER.fullmatch(text) or not any(row))):
            continue
        if merge.right > merge.left and _stands_alone(row, merge):
            continue
        result += [""] * (merge.right + 1 - len(result))
        result[merge.left : merge.right + 1] = [text] * (merge.right + 1 - merge.left)
    return result


def _stands_alone(row: Sequence[str], merge: Merge) -> bool:
    return not any(cell for cell in [*row[: merge.left], *row[merge.right + 1 :]])


def _text(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""
