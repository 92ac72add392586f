"""Words by their stem, in Danish: every form of a word, and every way to type it, is the same."""

import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer
from stop_words import get_stop_words

from language.irregular import irregular_stem, with_singular_head

WORD = re.compile(r"[^\W_]+")
# Danish letters as they are typed without a Danish keyboard, or by a neighbour's.
SPELLINGS = (("ae", "æ"), ("oe", "ø"), ("aa", "å"), ("ä", "æ"), ("ö", "ø"), ("é", "e"), ("ü", "y"))
# The stemmer leaves words alone that end in a vowel before these: stien, byen, træerne.
AFTER_VOWEL = re.compile(r"(?<=[aiouyæøå])(?:erne|ern|ene|en|er|et)$")
_STEMMER = snowballstemmer.stemmer("danish")
_ONE_AT_A_TIME = threading.Lock()  # the stemmer keeps the word it works on to itself


@dataclass(frozen=True)
class Word:
    """A word's stem and its place in the text."""

    stem: str
    start: int
    end: int


def folded(word: str) -> str:
    """The word in small letters and Danish spelling: ``HOERING`` is ``høring``."""
    plain_word = unicodedata.normalize("NFC", word).lower()
    for spelling, danish in SPELLINGS:
        plain_word = plain_word.replace(spelling, danish)
    return plain_word


def stem_of(word: str) -> str:
    """The stem of a word, its letters folded: the same for ``høringer``, ``HOERINGEN`` and ``høring``."""
    plain_word = folded(word)
    return irregular_stem(plain_word) or _stemmed(with_singular_head(plain_word))


@lru_cache(maxsize=100_000)
def _stemmed(plain_word: str) -> str:
    """The stem of the stem, until nothing more comes off: *pladsen* is *plads* is *plad*."""
    with _ONE_AT_A_TIME:
        stem = str(_STEMMER.stemWord(plain_word))
    stem = AFTER_VOWEL.sub("", stem)
    return stem if stem == plain_word else _stemmed(stem)


def words_in(text: str) -> Iterator[Word]:
    """Every word of a text, in order."""
    for match in WORD.finditer(text):
        yield Word(stem_of(match[0]), match.start(), match.end())


STOP_WORDS = frozenset(
    folded(word)
    for word in (*get_stop_words("danish"), *["ved", "hvilken", "the", "of", "and", "with", "about", "that"])
)
"""Words that say nothing about what is looked for, folded."""
