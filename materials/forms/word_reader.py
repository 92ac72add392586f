"""A filled Word form, read in the child process: the seal by streaming, then locked text and answers."""

import re
from collections.abc import Iterator, Sequence
from zipfile import ZipFile

from lxml import etree

from materials.forms.layout import SEAL, SEAL_PROPERTIES, SEAL_PROPERTY, WORDML

DOCUMENT = "word/document.xml"
DEEPEST, MOST_ELEMENTS, MOST_LETTERS = 80, 400_000, 4_000_000
"""What no form comes near to, and what a nested or swollen document soon passes."""
LARGEST_PROPERTIES = 200_000
"""Bytes of a document's properties."""
STAMP = re.compile(r"[\w.=-]{80,}", re.ASCII)
"""What a seal looks like."""
TABLE, ROW, CELL = f"{WORDML}tbl", f"{WORDML}tr", f"{WORDML}tc"
TEXT, CONTROL, PARAGRAPH = f"{WORDML}t", f"{WORDML}sdt", f"{WORDML}p"
SIGNS = {
    f"{WORDML}br": "\n",
    f"{WORDML}cr": "\n",
    f"{WORDML}tab": " ",
    f"{WORDML}ptab": " ",
    f"{WORDML}noBreakHyphen": "-",
    f"{WORDML}softHyphen": "",
}
SYMBOL = f"{WORDML}sym"
FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
STRUCK = (f"{WORDML}del", f"{WORDML}moveFrom", PARAGRAPH)
"""Not read within a paragraph; a paragraph in it stands by itself."""
SYMBOLS = {
    ("wingdings", 0xDF): "←",
    ("wingdings", 0xE0): "→",
    ("wingdings", 0xE7): "⇐",
    ("wingdings", 0xE8): "⇒",
    ("wingdings", 0xF3): "⇔",
    ("wingdings", 0xDB): "⇨",
    ("wingdings", 0x4A): "🙂",
    ("wingdings", 0x4B): "😐",
    ("wingdings", 0x4C): "🙁",
    ("wingdings", 0x6C): "●",
    ("wingdings", 0x6E): "■",
    ("wingdings", 0xA7): "▪",
    ("wingdings", 0xA8): "☐",
    ("wingdings", 0xFB): "✗",
    ("wingdings", 0xFC): "✓",
    ("wingdings", 0xFD): "☒",
    ("wingdings", 0xFE): "☑",
    ("symbol", 0xB3): "≥",
    ("symbol", 0xA3): "≤",
    ("symbol", 0xAE): "→",
    ("symbol", 0xAC): "←",
    ("symbol", 0xB1): "±",
    ("symbol", 0xB4): "×",
    ("symbol", 0xB7): "•",
    ("symbol", 0xB9): "≠",
    ("symbol", 0xBB): "≈",
    ("symbol", 0xD7): "·",
}
"""The signs that Word's autocorrection and its list of symbols write as a place in a font."""
PRIVATE = 0xF000
"""Fonts of symbols have their signs from here on."""
SYMBOL_FONTS = frozenset({"wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol"})
UNREADABLE = "\ufffd"
"""For a sign that nobody can tell; its field is not taken in."""


class Oversized(Exception):
    """The document is deeper or longer than a form can be."""


def seal_of(archive: ZipFile) -> str | None:
    """The seal's text, in the document's properties or found while the document passes by; None where there
    is none. Raises :class:`Oversized`.
    """
    passing_seal = _passing_seal(archive)
    return _seal_in_properties(archive) or passing_seal


def _seal_in_properties(archive: ZipFile) -> str | None:
    """The parts of the seal, put together in their order."""
    if SEAL_PROPERTIES not in archive.namelist():
        return None
    if archive.getinfo(SEAL_PROPERTIES).file_size > LARGEST_PROPERTIES:
        raise Oversized
    parts = {}
    for element in etree.fromstring(archive.read(SEAL_PROPERTIES), _parser()):
        name, _, number = str(element.get("name")).rpartition(" ")
        if name == SEAL_PROPERTY and number.isdecimal():
            parts[int(number[:9])] = "".join(str(text) for text in element.itertext()).strip()
    return "".join(parts[number] for number in sorted(parts)) or None


def _passing_seal(archive: ZipFile) -> str | None:
    """The seal as forms of former versions have it: in a control of its own, or in a paragraph where another
    program took the control's name away.
    """
    tag, seal, paragraph = f"{CONTROL}Pr/{WORDML}tag", None, ""
    depth = elements = letters = control_depth = 0
    with archive.open(DOCUMENT) as stream:
        events = etree.iterparse(
            stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
        )
        for event, element in events:
            if event == "start":
                depth, elements = depth + 1, elements + 1
                control_depth += element.tag == CONTROL
                if depth > DEEPEST or elements > MOST_ELEMENTS:
                    raise Oversized
                continue
            depth -= 1
            letters += len(element.text or "") + len(element.tail or "")
            if letters > MOST_LETTERS:
                raise Oversized
            if element.tag == TEXT:
                paragraph += element.text or ""
            elif element.tag == PARAGRAPH:
                seal = paragraph.strip() if STAMP.fullmatch(paragraph.strip()) else seal
                paragraph = ""
            elif element.tag == CONTROL:
                control_depth -= 1
                name = element.find(tag)
                if name is not None and name.get(f"{WORDML}val") == SEAL:
                    seal = _text(element)
            if not control_depth:
                element.clear()
    return seal


def contents_of(archive: ZipFile) -> dict[str, object]:
    """What a document says that :func:`seal_of` has let pass.

    By the names of its controls: ``locked`` (the text outside them) and ``answers``. By its tables, for
    programs take controls away: ``locked_by_place`` (the text outside the right column of tables with two)
    and ``cells`` (what stands to the left and to the right, a row each).
    """
    body = etree.fromstring(archive.read(DOCUMENT), _parser())
    answers = {
        str(tag.get(f"{WORDML}val")): _text(control)
        for control in body.iter(CONTROL)
        for tag in control.findall(f"{CONTROL}Pr/{WORDML}tag")
    }
    answers.pop(SEAL, None)
    rows = list(_rows_of_two(body))
    return {
        "locked": locked_text(body),
        "answers": answers,
        "locked_by_place": _text_outside(body, [*(answer for _, answer in rows), *_stamps(body)]),
        "cells": [(_cell(question), _cell(answer)) for question, answer in rows],
    }


def locked_text(body: etree._Element) -> str:
    """Everything that stands outside the content controls, in order."""
    return _text_outside(body, list(body.iter(CONTROL)))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _rows_of_two(body: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The cells of each row of the tables that have two columns, but for tables within a cell."""
    for table in body.iter(TABLE):
        if next(table.iterancestors(CELL), None) is not None:
            continue
        rows = [row.findall(CELL) for row in table.findall(ROW)]
        if rows and all(len(row) == 2 for row in rows):
            yield from ((question, answer) for question, answer in rows)


def _stamps(body: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs that hold nothing but a seal."""
    for paragraph in body.iter(PARAGRAPH):
        if STAMP.fullmatch("".join(text.text or "" for text in paragraph.iter(TEXT)).strip()):
            yield paragraph


def _text_outside(body: etree._Element, parts: Sequence[etree._Element]) -> str:
    """Everything that stands outside these parts, in order."""
    depth, texts, places = 0, [], set(parts)
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element in places:
            depth += 1 if event == "start" else -1
        elif element.tag == TEXT and event == "end" and not depth:
            texts.append(element.text or "")
    return " ".join(texts)


def _cell(cell: etree._Element) -> str:
    """What stands in a cell, a line for each of its paragraphs."""
    return _lines(list(cell.iter(PARAGRAPH)))


def _lines(paragraphs: Sequence[etree._Element]) -> str:
    text = "\n".join("".join(_signs(each)) for each in paragraphs)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def _text(control: etree._Element) -> str:
    """What was written in a content control; nothing where its placeholder still shows."""
    if control.find(f"{CONTROL}Pr/{WORDML}showingPlcHdr") is not None:
        return ""
    return _lines(list(control.iter(PARAGRAPH)) or [control])


def _signs(element: etree._Element) -> Iterator[str]:
    """Everything written in an element, but for what was struck out or moved away while changes were
    tracked.
    """
    for node in element:
        if node.tag in (TEXT, FORMULA_TEXT):
            yield node.text or ""
        elif node.tag == SYMBOL:
            yield _symbol(node)
        elif node.tag in SIGNS:
            yield SIGNS[node.tag]
        elif node.tag not in STRUCK:
            yield from _signs(node)


def _symbol(node: etree._Element) -> str:
    """The sign that stands at a place of a font; of a usual font it is the character of that number. Where
    nobody can tell, the sign for a letter that could not be read.
    """
    font = str(node.get(f"{WORDML}font") or "").lower()
    try:
        code = int(str(node.get(f"{WORDML}char")), 16)
    except ValueError:
        return UNREADABLE
    place = code - PRIVATE if PRIVATE <= code < PRIVATE + 0x100 else code
    if (font, place) in SYMBOLS:
        return SYMBOLS[font, place]
    is_private = 0xE000 <= code < 0xF900
    return UNREADABLE if is_private or font in SYMBOL_FONTS or code > 0xFFFF or code < 32 else chr(code)
