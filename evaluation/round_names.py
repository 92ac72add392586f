"""What a round and a term are called, from their keys."""

from collections.abc import Mapping

from language import N_, Words

KINDS: Mapping[str, str] = {"midterm": N_("Mid-term {term}"), "endterm": N_("End of term {term}")}
IN_SHORT: Mapping[str, str] = {"midterm": N_("Mid"), "endterm": N_("End")}
IN_SENTENCE: Mapping[str, str] = {
    "midterm": N_("the mid-term round {term}"),
    "endterm": N_("the end-of-term round {term}"),
}


def term_in_words(key: str) -> str:
    """``2022-2025`` as it is written in a text: ``2022–2025``."""
    return key.replace("-", "–")


def round_in_words(key: str, words: Words) -> str:
    """``2022-2025/endterm`` as a heading names it; the key itself where it is of no known kind."""
    return _round_in(KINDS, key, words)


def round_in_sentence(key: str, words: Words) -> str:
    """The same within a sentence: ``slutevalueringen 2022–2025``."""
    return _round_in(IN_SENTENCE, key, words)


def round_in_short(key: str, words: Words) -> tuple[str, ...]:
    """The same in two short lines, for the head of a narrow column; the key itself where it is of no known
    kind.
    """
    term, _, kind = key.partition("/")
    first, _, last = term.partition("-")
    return (words(IN_SHORT[kind]), f"{first}–{last[2:]}") if kind in IN_SHORT else (key,)


def _round_in(kinds: Mapping[str, str], key: str, words: Words) -> str:
    term, _, kind = key.partition("/")
    return words(kinds[kind], term=term_in_words(term)) if kind in kinds else key
