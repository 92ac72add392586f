"""LibreOffice's .ods, as its XML passes by: python-calamine gives its truths as numbers and its errors as
nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import repeat
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from data.foreign.limits import MOST_COLUMNS
from data.foreign.readers.merged_cells import Merge, merge_notices, with_merges
from data.foreign.readers.notices import sheet_notices
from data.foreign.readers.ods_cells import EXTRA, OFFICE, TABLE, ods_text
from data.foreign.readers.ods_styles import OdsStyles
from data.foreign.readers.raw_sheet import RawSheet
from data.foreign.readers.xlsx_marks import SheetMarks

LAST_ROW = 1_048_576
HIDDEN = ("collapse", "filter")
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
STYLES = (f"{{{OdsStyles.NAMESPACE}}}style", f"{{{OdsStyles.NUMBER}}}date-style")
TAGS = (*STYLES, f"{TABLE}table-column", f"{TABLE}table-row", f"{TABLE}table")


def read_ods(path: Path) -> Iterator[RawSheet]:
    """The sheets in their order, the hidden ones too."""
    with ZipFile(path) as archive:
        styles = OdsStyles()
        for element in _elements(archive, "styles.xml", STYLES):
            styles.take(element)
        sheet = _Sheet(styles)
        for element in _elements(archive, "content.xml", TAGS):
            if element.tag == f"{TABLE}table-row":
                sheet.add_row(element)
            elif element.tag == f"{TABLE}table-column":
                sheet.add_column(element)
            elif element.tag == f"{TABLE}table":
                yield sheet.finished(element)
                sheet = _Sheet(styles)
            else:
                styles.take(element)


class _Sheet:
    """The rows of a sheet as they come."""

    def __init__(self, styles: OdsStyles) -> None:
        self._styles = styles
        self._marks = SheetMarks()
        self._merges: list[Merge] = []
        self._rows: list[Sequence[str]] = []
        self._column_styles: list[str] = []

    def add_column(self, column: etree._Element) -> None:
        many = min(_count(column, "columns-repeated"), MOST_COLUMNS)
        style = str(column.get(f"{TABLE}default-cell-style-name"))
        self._column_styles += [style] * min(many, MOST_COLUMNS - len(self._column_styles))
        if column.get(f"{TABLE}visibility") in HIDDEN:
            self._marks.hidden_columns += many

    def add_row(self, row: etree._Element) -> None:
        number = len(self._rows)
        many = min(_count(row, "rows-repeated"), LAST_ROW - number)
        cells = self._cells(row, number)
        if row.get(f"{TABLE}visibility") in HIDDEN and cells:
            self._marks.hidden_rows += many
        self._rows.extend(repeat(cells, many))

    def finished(self, table: etree._Element) -> RawSheet:
        name = str(table.get(f"{TABLE}name"))
        hidden = table.get(f"{TABLE}style-name") in self._styles.hidden_tables
        notices = [
            *sheet_notices(name, hidden=hidden, marks=self._marks),
            *merge_notices(name, self._merges),
        ]
        return RawSheet(name, with_merges(self._rows, self._merges), notices)

    def _cells(self, row: etree._Element, number: int) -> list[str]:
        """The cells up to the last one that is filled; a wide repetition of an empty one is no cell."""
        cells: list[str] = []
        empty = 0
        for cell in row.iterchildren(*CELLS):
            many, text = min(_count(cell, "columns-repeated"), MOST_COLUMNS + 1), ods_text(cell)
            if not text:
                empty = min(empty + many, MOST_COLUMNS + 1)
                continue
            cells += [""] * empty
            self._mark(cell, text, number, len(cells))
            cells += [text] * many
            empty = 0
        return cells

    def _mark(self, cell: etree._Element, text: str, number: int, place: int) -> None:
        down, right = _count(cell, "rows-spanned"), _count(cell, "columns-spanned")
        if down > 1 or right > 1:
            self._merges.append(Merge(number, place, number + down - 1, place + right - 1))
        if cell.get(f"{EXTRA}value-type") == "error":
            self._marks.errors[number, place] = text
        if cell.get(f"{OFFICE}value-type") == "date":
            style = cell.get(f"{TABLE}style-name") or "".join(self._column_styles[place : place + 1])
            if style in self._styles.months:
                self._marks.month_columns.add(place)


def _elements(archive: ZipFile, part: str, tags: Sequence[str]) -> Iterator[etree._Element]:
    """The elements of these names as they end; each is forgotten once it has passed."""
    if part not in archive.namelist():
        return
    with archive.open(part) as stream:
        events = etree.iterparse(
            stream, events=("end",), tag=tags, resolve_entities=False, no_network=True, huge_tree=True
        )
        for _, element in events:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _count(element: etree._Element, kind: str) -> int:
    return max(1, min(int(element.get(f"{TABLE}number-{kind}", "1")), LAST_ROW))
