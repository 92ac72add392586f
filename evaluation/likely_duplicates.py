"""Which consultations are probably the same one, registered twice: a day or the case number is the same,
their titles are nearly, and no number in these differs.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rapidfuzz import fuzz, process

from language.stems import folded, words_in

ALIKE = 75.0
"""Of 100 in the likeness of two titles, words in the order of the alphabet (rapidfuzz's token_sort_ratio)."""
NUMBER = re.compile(r"\d+")
MOST_COMPARED = 300
"""So many of one day are compared with one another; of more, those whose titles have the same words."""


@dataclass(frozen=True)
class Candidate:
    """What tells whether a consultation, or a row of a file, is another one's double; None is not known."""

    key: str
    title: str
    start_on: date | None = None
    end_on: date | None = None
    case_number: str | None = None


def likely_duplicates(candidates: Sequence[Candidate]) -> list[tuple[str, str]]:
    """The pairs of keys that are probably the same, each once, in the order of the candidates."""
    order = {each.key: place for place, each in enumerate(candidates)}
    titles = [_in_order(each.title) for each in candidates]
    pairs = set()
    for places in _blocks(candidates):
        for one, other in _alike(titles, places):
            pairs.add((min(one, other), max(one, other)))
    keys = list(order)
    return [(keys[one], keys[other]) for one, other in sorted(pairs)]


def duplicates_of(candidate: Candidate, others: Sequence[Candidate]) -> list[str]:
    """The keys of the others that are probably the same as one, the most alike first."""
    blocks = _block_keys(candidate)
    rest = [each for each in others if each.key != candidate.key and blocks & _block_keys(each)]
    title = _in_order(candidate.title)
    scores = {each.key: _likeness(title, _in_order(each.title)) for each in rest}
    return sorted((key for key, score in scores.items() if score >= ALIKE), key=lambda key: -scores[key])


def _likeness(title: str, other: str) -> float:
    """0 where a number differs: plan 183 is not plan 184, however alike they read."""
    numbers, others = (set(NUMBER.findall(each)) for each in (title, other))
    return 0.0 if numbers and others and numbers != others else fuzz.ratio(title, other)


def _in_order(title: str) -> str:
    """The title's words by their stems, in the order of the alphabet: what token_sort_ratio compares."""
    return " ".join(sorted(word.stem for word in words_in(title)))


def _block_keys(each: Candidate) -> set[tuple[object, ...]]:
    """What another must share: both days, or the case number; signs and capitals of one make no
    difference.
    """
    number = "".join(sign for sign in folded(each.case_number or "") if sign.isalnum())
    keys = {"start": each.start_on, "end": each.end_on, "case": number}
    return {(name, value) for name, value in keys.items() if value}


def _blocks(candidates: Sequence[Candidate]) -> Iterator[list[int]]:
    places = defaultdict(list)
    for place, each in enumerate(candidates):
        for block in _block_keys(each):
            places[block].append(place)
    return (block for block in places.values() if len(block) > 1)


def _alike(titles: Sequence[str], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(places) > MOST_COMPARED:
        by_title = defaultdict(list)
        for place in places:
            by_title[titles[place]].append(place)
        for same in by_title.values():
            yield from zip(same, same[1:], strict=False)
        return
    block = [titles[place] for place in places]
    scores = process.cdist(block, block, scorer=fuzz.ratio, score_cutoff=ALIKE)
    for one, other in combinations(range(len(places)), 2):
        if scores[one, other] >= ALIKE and _likeness(block[one], block[other]) >= ALIKE:
            yield places[one], places[other]
