"""Which consultations are probably the same one, in the register or in a file: a day or the case number is
the same, and their titles are nearly.

Only those with something in common are compared, so that the work grows with their number and not with that
of their pairs.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from language.stems import folded, words_in

LEAST = {1: 82.0, 2: 60.0, 3: 50.0}
"""How alike two titles must be (0 to 100), by how many of both days and the case number are the same."""
NEIGHBOURS = 12
"""Of many with a day in common, only those whose titles stand so near in the alphabet are compared."""


@dataclass(frozen=True)
class Candidate:
    """What tells whether a consultation, or a ``row`` of a file (None: it is stored), is another one's
    double. Days are ISO text; None is not known.
    """

    key: str
    title: str
    start_on: str | None = None
    end_on: str | None = None
    case_number: str | None = None
    row: int | None = None

    @cached_property
    def words(self) -> str:
        """The title's words by their stems, in the order of the alphabet."""
        return " ".join(sorted(word.stem for word in words_in(self.title)))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The words of the title with a figure in them: plan 183 is not plan 184, however alike they read."""
        return frozenset(
            word for word in self.words.split() if any(character.isdigit() for character in word)
        )

    @cached_property
    def places(self) -> tuple[tuple[str, str], ...]:
        """What another may have in common with it; signs and capitals of a case number make no difference."""
        number = "".join(sign for sign in folded(self.case_number or "") if sign.isalnum())
        values = {"start": self.start_on, "end": self.end_on, "case": number}
        return tuple((name, value) for name, value in values.items() if value)


def likely_duplicates(candidates: Sequence[Candidate]) -> list[tuple[str, str]]:
    """The pairs of keys that are probably the same, each once, in the order of the candidates."""
    order = {each.key: place for place, each in enumerate(candidates)}
    buckets = _buckets(candidates)
    pairs = {
        tuple(sorted((each.key, other.key), key=order.__getitem__))
        for each in candidates
        for other in _alike(each, buckets)
    }
    return [(one, other) for one, other in sorted(pairs, key=lambda pair: [order[key] for key in pair])]


def duplicates_of(candidate: Candidate, others: Sequence[Candidate]) -> list[str]:
    """The keys of the others that are probably the same as one, the most alike first."""
    scores = _alike(candidate, _buckets(others))
    return [each.key for each in sorted(scores, key=lambda each: -scores[each])]


def likely_pairs(
    new: Sequence[Candidate], stored: Sequence[Candidate]
) -> Iterator[tuple[Candidate, Candidate]]:
    """Each new row that is probably a stored consultation, or an earlier new row, with the likeliest one."""
    buckets = _buckets([*stored, *new])
    for each in new:
        scores = {
            other: score
            for other, score in _alike(each, buckets).items()
            if other.row is None or (each.row or 0) > other.row
        }
        if scores:
            yield each, max(scores, key=scores.__getitem__)


class _Bucket:
    """Candidates with one value in common, by the words of their titles in the order of the alphabet."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = sorted(candidates, key=lambda each: each.words)
        self._titles = [each.words for each in self._candidates]

    def near(self, words: str) -> Sequence[Candidate]:
        """All of few, the neighbours of many."""
        if len(self._candidates) <= 2 * NEIGHBOURS:
            return self._candidates
        place = bisect_left(self._titles, words)
        return self._candidates[max(0, place - NEIGHBOURS) : place + NEIGHBOURS]


def _buckets(candidates: Sequence[Candidate]) -> Mapping[tuple[str, str], _Bucket]:
    members: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for each in candidates:
        for place in each.places:
            members[place].append(each)
    return {place: _Bucket(those) for place, those in members.items()}


def _alike(one: Candidate, buckets: Mapping[tuple[str, str], _Bucket]) -> dict[Candidate, float]:
    """The others that are probably the same, with how alike they are."""
    near = {
        (other.key, other.row): other
        for place in one.places
        if place in buckets
        for other in buckets[place].near(one.words)
    }
    near.pop((one.key, one.row), None)
    scores = {other: _likeness(one, other) for other in near.values()}
    return {other: score for other, score in scores.items() if score}


def _likeness(one: Candidate, other: Candidate) -> float:
    """0 where two are probably not the same, as where their titles name other numbers."""
    if not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return 0.0
    common = len(set(one.places).intersection(other.places))
    likeness = fuzz.ratio(one.words, other.words, score_cutoff=LEAST[common])
    return likeness + common if likeness else 0.0
