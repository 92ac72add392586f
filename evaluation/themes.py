"""Proposals of themes: words that many bodies use, and more than the rest of the register does. A person
accepts them or not.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from stop_words import get_stop_words

from language.stems import WORD, stem_of

FEWEST_BODIES, SHORTEST = 2, 5
DEFINITE = ("en", "ens", "erne", "ernes", "ene", "enes", "ets")
PAST = ("ede", "ende")
BEGINNING = re.compile(r"(^|[.!?:;\n])[\s\"”»(]*$")


@dataclass(frozen=True)
class ThemeProposal:
    """A word, the assessments that use it by key, and how unusual that is (log-likelihood ratio G², 0 and
    up).
    """

    term: str
    assessments: tuple[str, ...]
    unusual: float


def propose_themes(
    texts: Mapping[str, str], background: Collection[str], known_names: Collection[str], *, most: int = 8
) -> tuple[ThemeProposal, ...]:
    """The most telling words of ``texts`` (by the assessment's key), as used by at least two of them.

    How unusual a word is beside the ``background`` texts is measured by the log-likelihood ratio (Dunning
    1993) over counts of texts, so that one body counts once. Only common nouns are proposed, each in its
    shortest form: see :class:`_Word`. Words among ``known_names`` (themes and names) are left out, and so are
    stop words, numbers and short words. Ties go by the alphabet.
    """
    here = {key: {stem_of(word) for word in WORD.findall(text)} for key, text in texts.items()}
    elsewhere = Counter(
        stem for text in background for stem in {stem_of(word) for word in WORD.findall(text)}
    )
    excluded_stems = _stop_stems() | {stem_of(word) for name in known_names for word in WORD.findall(name)}
    keys_by_stem: dict[str, set[str]] = defaultdict(set)
    for key, stems in here.items():
        for stem in stems - excluded_stems:
            keys_by_stem[stem].add(key)
    word_by_stem = _words([*texts.values(), *background])
    proposals = [
        ThemeProposal(
            word_by_stem[stem].shortest,
            tuple(sorted(keys)),
            unusual((len(keys), len(texts)), (elsewhere[stem], len(background))),
        )
        for stem, keys in keys_by_stem.items()
        if len(keys) >= FEWEST_BODIES
        and len(stem) >= SHORTEST
        and stem.isalpha()
        and word_by_stem[stem].is_common_noun
    ]
    return tuple(sorted(proposals, key=lambda each: (-each.unusual, each.term))[:most])


def unusual(here: tuple[int, int], there: tuple[int, int]) -> float:
    """Dunning's G² of a word in so many of so many texts here, against those there; 0 where it is no more
    common here.
    """
    (uses, texts), (uses_there, texts_there) = here, there
    if not texts or (texts_there and uses / texts <= uses_there / texts_there):
        return 0.0
    share = (uses + uses_there) / (texts + texts_there)
    return 2 * sum(
        observed_count * math.log(observed_count / (total * expected_share))
        for observed_count, total, expected_share in (
            (uses, texts, share),
            (texts - uses, texts, 1 - share),
            (uses_there, texts_there, share),
            (texts_there - uses_there, texts_there, 1 - share),
        )
        if observed_count
    )


@dataclass
class _Word:
    """A word's forms, and how often it begins with a capital where no sentence begins.

    Danish tells nouns by their ending: a word that is somewhere written in the definite form (``rammen``,
    ``fristerne``) is one. What is mostly written with a capital is a name.
    """

    forms: set[str] = field(default_factory=set)
    capitals: int = 0
    within: int = 0

    @property
    def is_common_noun(self) -> bool:
        endings = (*DEFINITE, "et") if not any(form.endswith(PAST) for form in self.forms) else DEFINITE
        return any(form.endswith(endings) for form in self.forms) and 2 * self.capitals <= self.within

    @property
    def shortest(self) -> str:
        return min(self.forms, key=lambda form: (len(form), form))


def _words(texts: Collection[str]) -> dict[str, _Word]:
    """Every word of the texts by its stem."""
    word_by_stem: dict[str, _Word] = defaultdict(_Word)
    for text in texts:
        for match in WORD.finditer(text):
            word = word_by_stem[stem_of(match[0])]
            word.forms.add(match[0].lower())
            if not BEGINNING.search(text[: match.start()]):
                word.within += 1
                word.capitals += match[0][0].isupper()
    return word_by_stem


def _stop_stems() -> set[str]:
    return {stem_of(word) for language in ("danish", "english") for word in get_stop_words(language)}
