"""A filled Excel form, read in the child process: the seal by streaming, then locked texts and answers.

Whoever reads a sheet whole makes room for every cell up to the last one: a single cell at XFD1048576 is 17
billion. So the cells' places are looked at first, as they pass by.
"""

import posixpath
import re
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree
from python_calamine import CalamineWorkbook

from materials.forms.layout import ANSWER, QUESTION, SEAL_SHEET, TAG
from materials.forms.word_reader import DEEPEST, MOST_ELEMENTS, Oversized

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
WORKBOOK, RELATIONS, STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
MOST_COLUMNS, MOST_ROWS = 100, 5_000
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def seal_of(archive: ZipFile) -> str | None:
    """The seal in the first cell of its sheet; None where there is none. Raises :class:`Oversized` where any
    cell of any sheet lies further out than a form's.
    """
    parts = _sheets(archive)
    for part in parts.values():
        _refuse_far_cells(archive, part)
    if SEAL_SHEET not in parts:
        return None
    return _first_text(archive, parts[SEAL_SHEET])


def contents_of(path: str) -> dict[str, object]:
    """``locked`` texts and ``answers`` by their tags, of a file that :func:`seal_of` has let pass. Raises
    ValueError where a sheet is gone.
    """
    book = CalamineWorkbook.from_path(path)
    names = [name for name in book.sheet_names if name != SEAL_SHEET][:2]
    if len(names) < 2:
        raise ValueError("a sheet is missing")
    first, second = (book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names)
    rows = [[_cell(value) for value in row] + [""] * 3 for row in first]
    answers = {row[TAG]: row[ANSWER].strip() for row in rows if row[TAG]}
    locked_texts = [text for row in rows for text in (row[QUESTION], row[TAG]) if text]
    locked = " ".join([*locked_texts, *(_cell(value) for row in second for value in row)])
    return {"locked": locked, "answers": answers, "locked_by_place": "", "cells": []}


def _sheets(archive: ZipFile) -> dict[str, str]:
    """The part of each sheet, by its name."""
    targets = {
        str(element.get("Id")): posixpath.normpath(posixpath.join("xl", str(element.get("Target")))).lstrip(
            "/"
        )
        for element in _elements(archive, RELATIONS)
        if element.get("Id")
    }
    return {
        str(element.get("name")): targets.get(str(element.get(RELATION)), "")
        for element in _elements(archive, WORKBOOK)
        if element.tag == f"{MAIN}sheet"
    }


def _refuse_far_cells(archive: ZipFile, part: str) -> None:
    for element in _elements(archive, part):
        if element.tag == f"{MAIN}c":
            place = PLACE.fullmatch(str(element.get("r", "A1")))
            if place is None or _column(place[1]) > MOST_COLUMNS or int(place[2]) > MOST_ROWS:
                raise Oversized
        elif element.tag == f"{MAIN}row" and int(str(element.get("r", "1"))[:9]) > MOST_ROWS:
            raise Oversized


def _first_text(archive: ZipFile, part: str) -> str | None:
    """The text of a sheet's first cell, written in it or among the shared strings."""
    for element in _elements(archive, part):
        if element.tag == f"{MAIN}c":
            if element.get("t") != "s":
                return "".join(str(text) for text in element.itertext())
            return _shared_string(archive, int(element.findtext(f"{MAIN}v") or 0))
    return None


def _shared_string(archive: ZipFile, number: int) -> str | None:
    strings = (element for element in _elements(archive, STRINGS) if element.tag == f"{MAIN}si")
    for place, element in enumerate(strings):
        if place == number:
            return "".join(str(text) for text in element.itertext())
    return None


def _elements(archive: ZipFile, part: str) -> Iterator[etree._Element]:
    """The elements of a part as they end; each row and string is forgotten once it has passed. Raises
    :class:`Oversized`.
    """
    depth = elements = 0
    with archive.open(part) as stream:
        events = etree.iterparse(
            stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
        )
        for event, element in events:
            if event == "start":
                depth, elements = depth + 1, elements + 1
                if depth > DEEPEST or elements > MOST_ELEMENTS:
                    raise Oversized
                continue
            depth -= 1
            yield element
            if element.tag in (f"{MAIN}row", f"{MAIN}si"):
                element.clear()


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _cell(value: object) -> str:
    """A cell as it was written: a whole number without decimals."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
