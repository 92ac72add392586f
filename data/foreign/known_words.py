"""What the register knows that a foreign file may name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from data.foreign.headers import folded


@dataclass(frozen=True)
class KnownWords:
    """Bodies by key and name, methods by key and names, consultations by key and title.

    ``levels`` says by body ``centre`` or ``committee``; ``case_numbers``, ``source_keys`` and ``urls`` are by
    consultation's key too. Where they are left out, nothing is known of them.
    """

    bodies: Mapping[str, str]
    methods: Mapping[str, Sequence[str]]
    titles: Mapping[str, str]
    levels: Mapping[str, str] = field(default_factory=dict)
    case_numbers: Mapping[str, str] = field(default_factory=dict)
    source_keys: Mapping[str, str] = field(default_factory=dict)
    urls: Mapping[str, str] = field(default_factory=dict)


class ConsultationNames:
    """The ways in which a file can name a consultation of the register, each only where it is one alone."""

    def __init__(self, known: KnownWords) -> None:
        self._keys = known.titles
        self.by_title = _only_ones(known.titles, folded)
        self._by_number = _only_ones(known.case_numbers, folded)
        self._by_source_key = _only_ones(known.source_keys, str.strip)
        self._by_url = _only_ones(known.urls, _plain_url)

    def key(self, text: str) -> str | None:
        """The consultation that a text names by its key, its source key, its case number, its address or its
        exact title; None where it names none, or more than one.
        """
        text = text.strip()
        if text in self._keys:
            return text
        ways = (
            self._by_source_key.get(text),
            self._by_number.get(folded(text)),
            self._by_url.get(_plain_url(text)),
            self.by_title.get(folded(text)),
        )
        keys = {key for key in ways if key}
        return keys.pop() if len(keys) == 1 else None


def _plain_url(text: str) -> str:
    return text.strip().casefold().removeprefix("https://").removeprefix("http://").rstrip("/")


def _only_ones(text_by_key: Mapping[str, str], form: Callable[[str], str]) -> dict[str, str]:
    """The keys by text, without the texts that several have."""
    keys: dict[str, str] = {}
    several = set()
    for key, text in text_by_key.items():
        if word := form(text or ""):
            if word in keys:
                several.add(word)
            keys[word] = key
    return {word: key for word, key in keys.items() if word not in several}
