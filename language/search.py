"""Full text search in Danish: words by their stem, parts of compound words, phrases, and numbers as they
are typed.
"""

import math
import re
import threading
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W_]+")
ASKED = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
# Danish letters as they are typed without a Danish keyboard, or by a neighbour's.
SPELLINGS = (("ae", "æ"), ("oe", "ø"), ("aa", "å"), ("ä", "æ"), ("ö", "ø"), ("é", "e"), ("ü", "y"))
SATURATION, LENGTH_WEIGHT = 1.2, 0.75  # the usual k1 and b of BM25 (Robertson and Zaragoza 2009)
PART = 0.4
"""How much a part of a compound word counts beside the whole word."""
SHORTEST_PART, SHORTEST_REST, SHORTEST_INNER = 3, 3, 5
AROUND = 80
_STEMMER = snowballstemmer.stemmer("danish")
_ONE_AT_A_TIME = threading.Lock()  # the stemmer keeps the word it works on to itself


@dataclass(frozen=True)
class Document:
    """A text to be found, and the key it is known by."""

    key: str
    text: str


@dataclass(frozen=True)
class Hit:
    """A document found. ``marked`` are the places (start, end) in the excerpt that were looked for."""

    key: str
    score: float
    excerpt: str
    marked: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Term:
    """One thing asked for: stems that follow one another; a single one may also be a part of a compound
    word.
    """

    stems: tuple[str, ...]
    excluded: bool


@dataclass(frozen=True)
class _Word:
    stem: str
    start: int
    end: int


class Index:
    """Documents ready to be searched. Building reads every text once; finding reads none but those that
    are shown.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        self._texts = [unicodedata.normalize("NFC", document.text) for document in documents]
        self._keys = [document.key for document in documents]
        self._words = [list(_words(text)) for text in self._texts]
        self._occurring: dict[str, dict[int, int]] = defaultdict(dict)
        for number, words in enumerate(self._words):
            for stem, times in Counter(word.stem for word in words).items():
                self._occurring[stem][number] = times
        self._usual_length = sum(map(len, self._words)) / len(documents) if documents else 1.0

    def find(self, query: str) -> list[Hit]:
        """The documents that hold all that is asked for and nothing that is excluded, the best first; none
        for an empty query.
        """
        terms = _terms(query)
        included_terms = [term for term in terms if not term.excluded]
        if not included_terms:
            return []
        scores = [self._scores(term) for term in included_terms]
        numbers = set.intersection(*(set(score) for score in scores))
        numbers -= {number for term in terms if term.excluded for number in self._scores(term)}
        stems = {stem for term in included_terms for stem in self._meant(term)}
        numbers_in_order = sorted(
            numbers, key=lambda number: (-sum(score[number] for score in scores), self._keys[number])
        )
        return [
            self._hit(number, sum(score[number] for score in scores), stems) for number in numbers_in_order
        ]

    def _meant(self, term: _Term) -> dict[str, float]:
        """The stems in the texts that a term means, and how much each counts."""
        if len(term.stems) > 1:
            return dict.fromkeys(term.stems, 1.0)
        own_stem = term.stems[0]
        parts = {stem: PART for stem in self._occurring if stem != own_stem and _is_part(own_stem, stem)}
        return parts | ({own_stem: 1.0} if own_stem in self._occurring else {})

    def _scores(self, term: _Term) -> dict[int, float]:
        """By document, the BM25 of a term; documents without it are not there."""
        scores: dict[int, float] = defaultdict(float)
        for stem, weight in self._meant(term).items():
            within = self._occurring.get(stem, {})
            rarity = math.log(1 + (len(self._texts) - len(within) + 0.5) / (len(within) + 0.5))
            for number, times in within.items():
                length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * len(self._words[number]) / self._usual_length
                scores[number] += weight * rarity * times * (SATURATION + 1) / (times + SATURATION * length)
        if len(term.stems) > 1:
            return {number: score for number, score in scores.items() if self._follow(number, term.stems)}
        return scores

    def _follow(self, number: int, stems: tuple[str, ...]) -> bool:
        words = [word.stem for word in self._words[number]]
        return any(
            tuple(words[place : place + len(stems)]) == stems for place in range(len(words) - len(stems) + 1)
        )

    def _hit(self, number: int, score: float, stems: set[str]) -> Hit:
        text, words = self._texts[number], self._words[number]
        places = [word for word in words if word.stem in stems]
        start, end = _cut(text, places[0].start, places[0].end)
        before, after = "… " if start else "", " …" if end < len(text) else ""
        shift = len(before) - start
        marks = tuple(
            (word.start + shift, word.end + shift)
            for word in places
            if start <= word.start and word.end <= end
        )
        return Hit(self._keys[number], score, f"{before}{text[start:end]}{after}", marks)


def stem_of(word: str) -> str:
    """The stem of a word, its letters folded: the same for ``høringer``, ``HOERINGEN`` and ``høring``."""
    plain_word = unicodedata.normalize("NFC", word).lower()
    for spelling, danish in SPELLINGS:
        plain_word = plain_word.replace(spelling, danish)
    return _stemmed(plain_word)


@lru_cache(maxsize=100_000)
def _stemmed(plain_word: str) -> str:
    with _ONE_AT_A_TIME:
        return str(_STEMMER.stemWord(plain_word))


def _words(text: str) -> Iterator[_Word]:
    for match in WORD.finditer(text):
        yield _Word(stem_of(match[0]), match.start(), match.end())


def _terms(query: str) -> list[_Term]:
    """What a query asks for. What holds several words without a space, such as a case number, is a phrase."""
    terms = []
    for minus, phrase, word in ASKED.findall(unicodedata.normalize("NFC", query)):
        stems = tuple(word_in_text.stem for word_in_text in _words(phrase or word))
        if stems:
            terms.append(_Term(stems, minus == "-"))
    return terms


def _is_part(part: str, stem: str) -> bool:
    """Whether a stem begins or ends with what is asked, with a word's length to spare; a long one may also
    lie within.
    """
    if len(part) < SHORTEST_PART or len(stem) - len(part) < SHORTEST_REST:
        return False
    return stem.startswith(part) or stem.endswith(part) or (len(part) >= SHORTEST_INNER and part in stem)


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """About 160 characters around a place, from the beginning of a word to the end of one."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    if first:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        blank = text.rfind(" ", end, last)
        last = blank if blank > 0 else end
    return first, last
