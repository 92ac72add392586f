"""Full text search in Danish: words by their stem, parts of compound words, typing errors, phrases, and
numbers as they are typed. What a word may mean is in :mod:`language.closeness`.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from language.closeness import EXACT, WEIGHTS, Meaning, meanings
from language.stems import STOP_WORDS, WORD, Word, folded, words_in

ASKED = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
# A run with a digit at both ends: a case number as it is written, and as it is typed with spaces or without
# dots.
NUMBER = re.compile(r"\d[\w.\-–/]*\d")
TYPED_NUMBER = re.compile(r"[^\W_]*\d[^\W_]*(?:[\s.\-–/]+[^\W_]*\d[^\W_]*)*")
SHORTEST_NUMBER = 6
SATURATION, LENGTH_WEIGHT = 1.2, 0.75  # the usual k1 and b of BM25 (Robertson and Zaragoza 2009)
AROUND = 80
NEAR = 4
"""How many words apart the parts of a compound may stand."""
Scores = dict[int, tuple[int, float]]
"""By document, how close it is to what is asked (0 is the word itself) and how well it fits."""


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
    """One thing asked for: stems that follow one another, or one stem, or the beginning of a number."""

    stems: tuple[str, ...]
    word: str = ""
    is_excluded: bool = False
    is_number: bool = False


class Index:
    """Documents ready to be searched. Building reads every text once; finding reads none but those that
    are shown.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        self._texts = [_plain(document.text) for document in documents]
        self._keys = [document.key for document in documents]
        self._words = [list(words_in(text)) for text in self._texts]
        self._numbers = [list(_numbers_in(text)) for text in self._texts]
        self._occurring: dict[str, dict[int, int]] = defaultdict(dict)
        for number, words in enumerate(self._words):
            for stem, times in Counter(word.stem for word in words).items():
                self._occurring[stem][number] = times
        self._usual_length = sum(map(len, self._words)) / len(documents) if documents else 1.0

    def find(self, query: str) -> list[Hit]:
        """The documents that hold all that is asked for and nothing that is excluded, the closest first; none
        for an empty query.
        """
        stems = {stem for term in self._terms(query) if not term.is_excluded for stem in self._marked(term)}
        return [self._hit(number, score, stems) for number, (_, score) in self._ranked(query)]

    def keys(self, query: str) -> list[str]:
        """The keys alone, in the same order."""
        return [self._keys[number] for number, _ in self._ranked(query)]

    def _ranked(self, query: str) -> list[tuple[int, tuple[int, float]]]:
        terms = self._terms(query)
        scores = [self._scores(term) for term in terms if not term.is_excluded]
        if not scores:
            return []
        numbers = set.intersection(*(set(score) for score in scores))
        numbers -= {number for term in terms if term.is_excluded for number in self._scores(term)}
        totals = {
            number: (max(score[number][0] for score in scores), sum(score[number][1] for score in scores))
            for number in numbers
        }
        return sorted(totals.items(), key=lambda each: (each[1][0], -each[1][1], self._keys[each[0]]))

    def _terms(self, query: str) -> list[_Term]:
        """What a query asks for. A number of the texts is taken out of it first, however it is typed; what
        else holds several words without a space is a phrase. Stop words count where there is nothing else.
        """
        rest, numbers = _plain(query), []
        for match in TYPED_NUMBER.finditer(rest) if '"' not in query else ():
            typed = _joined(match[0])
            is_excluded = rest[: match.start()].endswith("-")
            if len(typed) >= SHORTEST_NUMBER and not is_excluded and self._with_number(typed):
                numbers.append(_Term((typed,), is_number=True))
                rest = rest.replace(match[0], " " * len(match[0]), 1)
        terms: list[_Term] = []
        stop_words: list[_Term] = []
        for minus, phrase, word in ASKED.findall(rest):
            stems = tuple(each.stem for each in words_in(phrase or word))
            is_stop_word = not phrase and not minus and folded(word.strip(".,;:!?")) in STOP_WORDS
            if stems:
                (stop_words if is_stop_word else terms).append(_Term(stems, phrase or word, minus == "-"))
        return [*numbers, *terms] or stop_words

    def _with_number(self, typed: str) -> list[int]:
        return [
            number
            for number, words in enumerate(self._numbers)
            if any(word.stem.startswith(typed) for word in words)
        ]

    def _meanings(self, term: _Term) -> list[Meaning]:
        (word,) = WORD.findall(term.word)
        return meanings(word, self._occurring.keys())

    def _marked(self, term: _Term) -> set[str]:
        """The stems and numbers in the texts that are shown as what was looked for."""
        if term.is_number:
            (typed,) = term.stems
            return {word.stem for words in self._numbers for word in words if word.stem.startswith(typed)}
        if len(term.stems) > 1:
            return set(term.stems)
        return {stem for meaning in self._meanings(term) for stem in meaning.stems}

    def _scores(self, term: _Term) -> Scores:
        """By document, how close and how good a term is there; documents without it are not there."""
        if term.is_number:
            return dict.fromkeys(self._with_number(term.stems[0]), (EXACT, 1.0))
        if len(term.stems) > 1:
            return {
                number: (EXACT, sum(self._fit(stem, number) for stem in term.stems))
                for number in self._with_all(term.stems)
                if self._follow(number, term.stems)
            }
        scores: Scores = {}
        for meaning in self._meanings(term):
            for number in self._with_all(meaning.stems):
                if len(meaning.stems) == 1 or self._are_near(number, meaning.stems):
                    closeness, total = scores.get(number, (meaning.closeness, 0.0))
                    fit = WEIGHTS[meaning.closeness] * sum(self._fit(stem, number) for stem in meaning.stems)
                    scores[number] = min(closeness, meaning.closeness), total + fit
        return scores

    def _with_all(self, stems: tuple[str, ...]) -> set[int]:
        return set.intersection(*(set(self._occurring.get(stem, ())) for stem in stems))

    def _fit(self, stem: str, number: int) -> float:
        """The BM25 of a stem in a document that has it."""
        within = self._occurring[stem]
        rarity = math.log(1 + (len(self._texts) - len(within) + 0.5) / (len(within) + 0.5))
        length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * len(self._words[number]) / self._usual_length
        return rarity * within[number] * (SATURATION + 1) / (within[number] + SATURATION * length)

    def _follow(self, number: int, stems: tuple[str, ...]) -> bool:
        words = [word.stem for word in self._words[number]]
        return any(
            tuple(words[place : place + len(stems)]) == stems for place in range(len(words) - len(stems) + 1)
        )

    def _are_near(self, number: int, stems: tuple[str, ...]) -> bool:
        first, second = (
            [place for place, word in enumerate(self._words[number]) if word.stem == stem] for stem in stems
        )
        return any(abs(one - other) <= NEAR for one in first for other in second)

    def _hit(self, number: int, score: float, stems: set[str]) -> Hit:
        text = self._texts[number]
        places = [word for word in (*self._numbers[number], *self._words[number]) if word.stem in stems]
        start, end = _cut(text, places[0].start, places[0].end)
        before, after = "… " if start else "", " …" if end < len(text) else ""
        shift = len(before) - start
        marks = tuple(
            (word.start + shift, word.end + shift)
            for word in _apart(places)
            if start <= word.start and word.end <= end
        )
        return Hit(self._keys[number], score, f"{before}{text[start:end]}{after}", marks)


def _plain(text: str) -> str:
    """The text with composed letters, and without what no one sees: a soft hyphen parts no word."""
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) != "Cf")


def _numbers_in(text: str) -> list[Word]:
    """The numbers of a text, each without the signs within it."""
    return [
        Word(_joined(match[0]), match.start(), match.end())
        for match in NUMBER.finditer(text)
        if len(_joined(match[0])) >= SHORTEST_NUMBER
    ]


def _joined(number: str) -> str:
    return "".join(sign for sign in folded(number) if sign.isalnum())


def _apart(places: Sequence[Word]) -> list[Word]:
    """The places in the text's order, without those that lie within another."""
    kept: list[Word] = []
    for word in sorted(places, key=lambda each: (each.start, -each.end)):
        if not kept or word.start >= kept[-1].end:
            kept.append(word)
    return kept


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """About 160 characters around a place, from the beginning of a word to the end of one."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    if first:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        blank = text.rfind(" ", end, last)
        last = blank if blank > 0 else end
    return first, last
