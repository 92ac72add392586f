"""Rules of methods: a word is the key, the name or another name of one method alone."""

from collections.abc import Hashable, Iterable, Iterator, Mapping

import pandas as pd

from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Rule, Violation, cell, found_in
from language import N_, Sentence

WORDS = ("method", "name_da", "name_en", "aliases")
"""The columns that hold a method's words; consultations go by any of them, whatever its capitals."""


def _plain_key(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    reason = Sentence(N_("holds a semicolon, which stands between the methods of a list; leave it out"))
    for name in WORDS[:-1]:
        yield Violation(cell(cells, name).fillna("").str.contains(";"), name, reason)


def _own_words(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """Seen from every row of the file that shares a word with another row, or with a stored method."""
    stored_rows = snapshot.methods[~snapshot.methods["method"].isin(cells["method"])]
    owners = _owners([*_rows(stored_rows), *_rows(cells)])
    reason = Sentence(N_("holds {which}; a word belongs to one method alone, so take it out of one of them"))
    for name in WORDS:
        which: dict[Hashable, object] = {}
        for row, method, text in zip(cells.index, cells["method"], cell(cells, name), strict=True):
            shared = [
                _of_another(word, other)
                for word in _words(text)
                for other in sorted(owners[word.lower()] - {method})
            ]
            if shared:
                which[row] = tuple(shared)
        yield Violation(found_in(which, cells), name, reason, which=which)


def _of_another(word: str, method: str) -> Sentence:
    return Sentence(N_("“{word}” of the method {method}"), {"word": word, "method": method})


def _rows(rows: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Each method with each of its words."""
    for name in WORDS:
        for method, text in zip(rows["method"], cell(rows, name), strict=True):
            if method is not None:
                yield from ((method, word) for word in _words(text))


def _owners(pairs: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    """The methods that a word belongs to, by the word in small letters."""
    methods_by_word: dict[str, set[str]] = {}
    for method, word in pairs:
        methods_by_word.setdefault(word.lower(), set()).add(method)
    return methods_by_word


def _words(text: str | None) -> list[str]:
    return [word.strip() for word in (text or "").split(";") if word.strip()]


METHOD_RULES: tuple[Rule, ...] = (_plain_key, _own_words)
