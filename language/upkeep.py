"""Keeping the catalogues in step with the code: new texts in, unused ones out, translations kept."""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from language.extraction import Found, Text
from language.words import LOCALES

BabelText = str | tuple[str, ...] | list[str]

PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}")
WIDTH = 120
HEADER = """\
# Øjenhøjde: {language}. Kept in step with the code by: python -m language
msgid ""
msgstr ""
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
NAMES = {
    "da": "Danish",
    "en": "English (the texts themselves are in the code; here only those with a plural)",
}


@dataclass(frozen=True)
class Change:
    """What became of a catalogue: how many texts it holds, how many are new, how many were dropped."""

    texts: int
    new: int
    dropped: int


def read(path: Path) -> Catalog:
    """A catalogue, empty where there is no file. Raises Babel's PoFileError where the file is not in
    order.
    """
    if not path.exists():
        return Catalog()
    with path.open("rb") as source:
        return read_po(source, abort_invalid=True)


def merge(code: str, kept: Catalog, found: Iterable[Found]) -> Catalog:
    """The texts found, with the translations kept of them. The English catalogue holds only those with a
    plural.
    """
    merged = Catalog()
    for text in (each.text for each in found):
        if code != "en" or isinstance(text, tuple):
            merged.add(text)
    for message in messages(merged):
        message.string = message.id if code == "en" else _translation(message.id, kept)
    return merged


def _translation(text: BabelText, kept: Catalog) -> Text:
    """What is kept of a text; empty where it isn't translated (yet). A text that gains or loses its plural
    keeps its words.
    """
    if isinstance(text, str):
        return _single(text, kept)
    before = kept.get(text[0])
    if before and len(forms := _forms(before.string)) == 2:
        return (forms[0], forms[1])
    return (_single(text[0], kept), _single(text[1], kept))


def _single(text: str, kept: Catalog) -> str:
    before = kept.get(text)
    return _forms(before.string)[0] if before else ""


def change(before: Catalog, after: Catalog) -> Change:
    """How many texts came and went."""
    old, new = ({key(message.id) for message in messages(catalogue)} for catalogue in (before, after))
    return Change(len(new), len(new - old), len(old - new))


def save(code: str, catalogue: Catalog, path: Path) -> None:
    """Write a catalogue in alphabetical order, without dates and line numbers; the file is there whole or
    not at all.
    """
    body = io.BytesIO()
    write_po(
        body,
        catalogue,
        width=WIDTH,
        sort_output=True,
        no_location=True,
        omit_header=True,
        ignore_obsolete=True,
    )
    text = (
        HEADER.format(language=NAMES[code], locale=LOCALES[code]).encode() + body.getvalue().rstrip() + b"\n"
    )
    fresh = path.with_suffix(".po.new")
    fresh.write_bytes(text)
    fresh.replace(path)


def untranslated(catalogue: Catalog) -> list[BabelText]:
    """The texts of which a form has no translation."""
    return [message.id for message in messages(catalogue) if not all(_forms(message.string))]


def mismatched(catalogue: Catalog) -> list[tuple[str, str]]:
    """Text and translation where the ``{names}`` in them differ. A singular may leave out the ``{count}``
    of its plural.
    """
    wrong = []
    for message in messages(catalogue):
        singular, *_ = texts = _forms(message.id)
        for text, said in zip(texts, _forms(message.string), strict=True):
            allowed = _placeholders(text), _placeholders(texts[-1])
            if said and _placeholders(said) not in allowed:
                wrong.append((singular, said))
    return wrong


def key(text: BabelText) -> str:
    """The text by which a message is found: the singular where there is a plural."""
    return text if isinstance(text, str) else text[0]


def messages(catalogue: Catalog) -> list[Message]:
    """All messages but the header."""
    return [message for message in catalogue if message.id]


def _forms(text: BabelText | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))
