"""Proposals of themes: words that many bodies use, and more than the rest of the register does. A person accepts them or not."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from stop_words import get_stop_words

from language.search import WORD, stem_of

FEWEST_BODIES, SHORTEST = 2, 5


@dataclass(frozen=True)
class ThemeProposal:
    """A word, the assessments that use it by key, and how unusual that is (log-likelihood ratio G², 0 and up)."""

    term: str
    assessments: tuple[str, ...]
    unusual: float


def propose_themes(
    texts: Mapping[str, str], background: Collection[str], known: Collection[str], *, most: int = 8
) -> tuple[ThemeProposal, ...]:
    """The most telling words of ``texts`` (by the assessment's key), as used by at least two of them.

    How unusual a word is beside the ``background`` texts is measured by the log-likelihood ratio (Dunning 1993) over
    counts of texts, so that one body counts once. Words among ``known`` themes and names are left out, and so are stop
    words, numbers and short words. Ties go by the alphabet.
    """
    using, forms = _by_stem(texts)
    elsewhere = Counter(stem for text in background for stem in {stem_of(word) for word in WORD.findall(text)})
    left_out = _stop_stems() | {stem_of(word) for name in known for word in WORD.findall(name)}
    found = [
        ThemeProposal(
            forms[stem].most_common(1)[0][0],
            tuple(sorted(keys)),
            unusual((len(keys), len(texts)), (elsewhere[stem], len(background))),
        )
        for stem, keys in using.items()
        if len(keys) >= FEWEST_BODIES and stem not in left_out and len(stem) >= SHORTEST and stem.isalpha()
    ]
    return tuple(sorted(found, key=lambda each: (-each.unusual, each.term))[:most])


def unusual(here: tuple[int, int], there: tuple[int, int]) -> float:
    """Dunning's G² of a word in so many of so many texts here, against those there; 0 where it is no more common here."""
    (used, texts), (used_there, texts_there) = here, there
    if not texts or (texts_there and used / texts <= used_there / texts_there):
        return 0.0
    share = (used + used_there) / (texts + texts_there)
    return 2 * sum(
        observed * math.log(observed / (total * expected))
        for observed, total, expected in (
            (used, texts, share), (texts - used, texts, 1 - share),
            (used_there, texts_there, share), (texts_there - used_there, texts_there, 1 - share),
        )
        if observed
    )  # fmt: skip


def _by_stem(texts: Mapping[str, str]) -> tuple[dict[str, set[str]], dict[str, Counter[str]]]:
    """By stem: the keys of the texts that use it, and the forms in which it is written."""
    using: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for key, text in texts.items():
        for word in WORD.findall(text):
            stem = stem_of(word)
            using[stem].add(key)
            forms[stem][word.lower()] += 1
    return using, forms


def _stop_stems() -> set[str]:
    return {stem_of(word) for language in ("danish", "english") for word in get_stop_words(language)}
