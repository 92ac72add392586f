"""What a column is called, in a form in which names can be compared."""

import re
import unicodedata
from dataclasses import dataclass

from data.ingest.plain_text import plain_line

LANGUAGES = frozenset(
    [
        "da",
        "en",
        "fr",
        "de",
        "sv",
        "nb",
        "nn",
        "fi",
        "es",
        "ca",
        "eu",
        "nl",
        "it",
        "pl",
        "is",
        "fo",
        "kl",
        "ar",
        "uk",
    ]
)
LANGUAGES_AFTER_UNDERSCORE = frozenset(["da", "en", "fr", "de", "sv"])
WRITTEN_LANGUAGES = {"dansk": "da", "engelsk": "en", "danish": "da", "english": "en"}
CONTAINERS = frozenset(["properties", "attributes", "details", "fields", "links", "data", "record", "item"])
"""What only holds other values, in a file of nested ones."""
MACHINE = "machine_translations"
CAMEL = re.compile(r"(?<=[a-zæøå]{2})(?=[A-ZÆØÅ][a-zæøå])")
FORMAT_HINT = re.compile(r"\((?:[dmyå .,/\-]|hh|ss|:)+\)")
BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Header:
    """A column's name: as it stands, its words in small letters with single spaces, and the language of its
    texts where the name ends with one (``title/da``). ``is_machine`` for a translation that no person made.
    """

    name: str
    words: str
    language: str = ""
    is_machine: bool = False


def header_of(name: str) -> Header:
    """A name taken apart. Containers (``properties/…``) and the places of a list (``/0/``) are left out."""
    text = unicodedata.normalize("NFC", plain_line(FORMAT_HINT.sub(" ", name)))
    parts = re.split(r"[/.](?=\S)", text) if " " not in text else [text]
    parts = [part for part in parts if part and not part.isdigit()]
    is_machine = any(part.casefold() == MACHINE for part in parts)
    while len(parts) > 1 and parts[0].casefold() in CONTAINERS:
        parts.pop(0)
    language = ""
    if len(parts) > 1 and parts[-1].casefold() in LANGUAGES:
        language = parts.pop().casefold()
    elif (
        parts
        and (match := re.fullmatch(r"(.+)_([a-z]{2})", parts[-1]))
        and match[2] in LANGUAGES_AFTER_UNDERSCORE
    ):
        parts[-1], language = match[1], match[2]
    words = _words(" ".join(parts))
    first, _, last = words.rpartition(" ")
    if first and last in WRITTEN_LANGUAGES:
        words, language = first, WRITTEN_LANGUAGES[last]
    return Header(name, words, language, is_machine)


def words_of(name: str) -> str:
    """The words of a name, as :class:`Header` has them."""
    return header_of(name).words


def folded(text: str) -> str:
    """A value in a form in which it can be compared: one line of small letters."""
    return " ".join(plain_line(text).casefold().split())


def _words(text: str) -> str:
    return BETWEEN_WORDS.sub(" ", CAMEL.sub(" ", text).casefold()).strip()
