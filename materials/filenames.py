"""Names of files that people read in a folder, not keys."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from pathlib import PurePosixPath
from unicodedata import normalize

from slugify import slugify

from language import N_, Words

# Not slugify: people read these names, so that Danish letters, spaces and capitals stay.
NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST, MOST_BYTES = 120, 200
"""Of a name without its kind, in letters and in UTF-8: systems take 255 bytes, and a number may follow."""
DANISH = (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("Æ", "ae"), ("Ø", "oe"), ("Å", "aa"))
KINDS: Mapping[str, str] = {"midterm": N_("midterm {term}"), "endterm": N_("end {term}")}


def file_name(*parts: str, kind: str) -> str:
    """``Skema - Planudvalget - Midtvejsevaluering 2026-2029.docx``: the parts as every system takes them
    in a name, and the kind.
    """
    parts = tuple(" ".join(NOT_IN_NAMES.sub(" ", part.replace("–", "-")).split()) for part in parts)
    return f"{_shortened([part for part in parts if part]).rstrip(' .')}.{kind}"


def _shortened(parts: list[str]) -> str:
    """The parts in one, the longest cut as far as it must be, so that the others still tell files apart."""
    while True:
        name = " - ".join(parts)
        if len(name) <= LONGEST and len(name.encode()) <= MOST_BYTES:
            return name
        longest = max(range(len(parts)), key=lambda place: len(parts[place].encode()))
        parts[longest] = parts[longest][:-1]


def numbered(names: Iterable[str]) -> Iterator[str]:
    """The names, a number behind those that were there before: ``Notat (2).docx``. Names that differ in
    capitals alone are one file to some systems.
    """
    used_names: set[str] = set()
    for name in names:
        path = PurePosixPath(name)
        more = (str(path.with_stem(f"{path.stem} ({number})")) for number in count(2))
        free = next(each for each in chain([name], more) if _same(each) not in used_names)
        used_names.add(_same(free))
        yield free


def _same(name: str) -> str:
    """What is the same for names that are one file to some systems."""
    return normalize("NFC", name).casefold()


def file_stem(*parts: str) -> str:
    """``princip-3_slut-2022-2025``: the parts in small plain letters, words joined by hyphens, parts by
    underscores: names that a script, a web address and every system take.
    """
    words = (slugify(part.replace("–", "-"), replacements=DANISH) for part in parts)
    return "_".join(word for word in words if word)[:LONGEST]


def round_in_file_name(key: str, words: Words) -> str:
    """``slut-2022-2025`` for ``2022-2025/endterm``; the key itself where it is of no known kind."""
    term, _, kind = key.partition("/")
    return words(KINDS[kind], term=term) if kind in KINDS else key
