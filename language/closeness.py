"""What a word that somebody types may mean among the words of the texts, and how close each is to it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from language.stems import folded, stem_of

EXACT, PART, ERROR = 0, 1, 2
"""The word itself, a part of a compound (or a compound taken apart), a word with one letter wrong."""
WEIGHTS = {EXACT: 1.0, PART: 0.4, ERROR: 0.2}
"""How much each counts beside the word itself."""
SHORTEST_PART, SHORTEST_REST, SHORTEST_INNER, SHORTEST_ERROR = 3, 3, 5, 4
LINKS = ("", "e", "s")
"""What a compound may have between its parts: skole-vej, børn-e-have, idræt-s-hal."""
NO_PARTS = {"ing", "ning", "els", "else", "hed", "skab", "dom", "ment"}
"""Endings that make a word of another; *høring* is no compound of *høre* and *ingen*."""
ENDINGS = ("", "en", "et", "er", "erne", "e", "ene")
"""What a word may have carried that was typed wrong: *cykelstein* is *cykelsti* with the end of
*cykelstien*.
"""


@dataclass(frozen=True)
class Meaning:
    """Stems of the texts that stand for what was typed, all of them near one another, and how close they are
    to it.
    """

    stems: tuple[str, ...]
    closeness: int


def meanings(word: str, stems: Collection[str]) -> list[Meaning]:
    """What a word means among the ``stems`` of the texts, the closest first; none where nothing is close.

    A letter that is wrong, missing, too many or swapped with its neighbour is forgiven only where nothing
    else fits, never in a number, and not in a word of three letters.
    """
    stem = stem_of(word)
    close = [*_written(stem, stems), *_taken_apart(stem, stems)]
    if close or len(stem) < SHORTEST_ERROR or not stem.isalpha():
        return close
    near = _near(stem, {each: each for each in stems})
    for ending in ENDINGS:
        near |= _near(folded(word), {f"{each}{ending}": each for each in stems})
    return [Meaning(meaning.stems, ERROR) for each in sorted(near) for meaning in _written(each, stems)]


def _near(typed: str, stem_by_form: Mapping[str, str]) -> set[str]:
    """The stems of the forms that are one letter from what was typed."""
    hits = process.extract(typed, stem_by_form.keys(), scorer=OSA.distance, score_cutoff=1, limit=None)
    return {stem_by_form[form] for form, *_ in hits if len(stem_by_form[form]) >= SHORTEST_ERROR}


def _written(stem: str, stems: Collection[str]) -> Iterator[Meaning]:
    if stem in stems:
        yield Meaning((stem,), EXACT)
    for each in stems:
        if each != stem and is_part(stem, each):
            yield Meaning((each,), PART)


def _taken_apart(stem: str, stems: Collection[str]) -> Iterator[Meaning]:
    """A compound as two words of the texts: *skoleveje* for *vejen til skolen*."""
    for place in range(SHORTEST_PART, len(stem) - SHORTEST_REST + 1):
        head, tail = stem[:place], stem[place:]
        if tail in NO_PARTS or tail not in stems:  # asked first: a pasted page has ten thousand heads to stem
            continue
        for link in LINKS:
            first = stem_of(head.removesuffix(link)) if link else stem_of(head)
            if (not link or head.endswith(link)) and first in stems and first != tail:
                yield Meaning((first, tail), PART)
                break


def is_part(part: str, stem: str) -> bool:
    """Whether a stem begins or ends with what is asked, with a word's length to spare; a long one may also
    lie within.
    """
    if len(part) < SHORTEST_PART or len(stem) - len(part) < SHORTEST_REST:
        return False
    return stem.startswith(part) or stem.endswith(part) or (len(part) >= SHORTEST_INNER and part in stem)
