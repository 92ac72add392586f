"""What an .xlsx tells beside the values of its cells, from one pass over each sheet's XML: errors, hidden
rows and columns, months without a day, and how far out the cells lie.
"""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from zipfile import ZipFile

from lxml import etree

from data.foreign.readers.month_formats import shows_no_day

WORKBOOK, RELATIONS, STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
BUILT_IN = {"17": "mmm-yy"}
ERRORS = etree.XPath("*[@t='e']")


@dataclass
class SheetMarks:
    """Places count from 0, by row and column. ``last`` is the furthest row and column with a value."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    month_columns: set[int] = field(default_factory=set)
    hidden_rows: int = 0
    hidden_columns: int = 0
    last: tuple[int, int] = (0, 0)


def sheet_parts(archive: ZipFile) -> Mapping[str, str]:
    """The part of each sheet, by its name; empty where the workbook is built otherwise."""
    if not {WORKBOOK, RELATIONS} <= set(archive.namelist()):
        return {}
    targets = {
        each.get("Id"): posixpath.normpath(posixpath.join("xl", str(each.get("Target")))).lstrip("/")
        for each in _elements(archive, RELATIONS, "{*}Relationship")
    }
    parts: dict[str, str] = {}
    for sheet in _elements(archive, WORKBOOK, "{*}sheet"):
        relation = next((value for name, value in sheet.items() if name.endswith("}id")), None)
        parts[str(sheet.get("name"))] = targets.get(relation, "")
    return parts


def month_styles(archive: ZipFile) -> frozenset[str]:
    """The numbers of the cell styles that show a date without its day."""
    if STYLES not in archive.namelist():
        return frozenset()
    codes = {**BUILT_IN}
    styles: set[str] = set()
    for element in _elements(archive, STYLES, "{*}numFmt", "{*}cellXfs"):
        if etree.QName(element).localname == "numFmt":
            codes[str(element.get("numFmtId"))] = str(element.get("formatCode"))
        else:
            ids = enumerate(each.get("numFmtId") for each in element)
            styles = {str(n) for n, each in ids if each in codes and shows_no_day(codes[each])}
    return frozenset(styles)


def sheet_marks(archive: ZipFile, part: str, styles: Collection[str]) -> SheetMarks:
    """The marks of one sheet. ``styles`` are those of :func:`month_styles`."""
    marks = SheetMarks()
    of_months = etree.XPath(f"*[{' or '.join(f'@s={style!r}' for style in sorted(styles)) or 'false()'}]")
    number = -1
    for element in _elements(archive, part, "{*}row", "{*}col"):
        if etree.QName(element).localname == "col":
            if element.get("hidden") in ("1", "true"):
                marks.hidden_columns += int(element.get("max")) - int(element.get("min")) + 1
            continue
        number = int(element.get("r", number + 2)) - 1
        marks.hidden_rows += element.get("hidden") in ("1", "true")
        for cell in ERRORS(element):
            marks.errors[number, column_of(cell)] = "".join(
                each.text or "" for each in cell if etree.QName(each).localname == "v"
            )
        if styles:
            marks.month_columns.update(column_of(cell) for cell in of_months(element) if len(cell))
        last = next((cell for cell in reversed(element) if len(cell)), None)
        if last is not None:
            marks.last = (number, max(marks.last[1], column_of(last)))
    return marks


def rows_of(archive: ZipFile, part: str) -> Iterator[tuple[int, etree._Element]]:
    """The rows of a sheet by number, from 0, each as long as it passes."""
    number = -1
    for row in _elements(archive, part, "{*}row"):
        number = int(row.get("r", number + 2)) - 1
        yield number, row


def column_of(cell: etree._Element) -> int:
    """The column of a cell, from 0; where it names none, by its place in the row."""
    letters = (cell.get("r") or "").rstrip("0123456789")
    if not letters:
        return int(cell.getparent().index(cell))
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _elements(archive: ZipFile, part: str, *tags: str) -> Iterator[etree._Element]:
    """The elements of these names as they end, each forgotten once it has passed."""
    with archive.open(part) as stream:
        events = etree.iterparse(
            stream, events=("end",), tag=tags, resolve_entities=False, no_network=True, load_dtd=False
        )
        for _, element in events:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
