"""A cell far out makes whoever reads a sheet whole make room for every place before it: 17 billion for one at
XFD1048576. Such cells are taken out before the sheet is read.
"""

import io
from collections.abc import Collection, Iterable
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from data.foreign.readers.xlsx_marks import column_of, rows_of

MOST_PLACES = 12_000_000
"""So many places, filled or not, are read of one sheet: a third of a gigabyte."""
ROW_GAP, COLUMN_GAP = 1_000, 50
"""What lies behind so many empty rows or columns is far."""


def without_far_cells(archive: ZipFile, parts: Collection[str]) -> bytes:
    """The workbook, its sheets in these parts without their far cells."""
    result = io.BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED, compresslevel=1) as copy:
        for about in archive.infolist():
            if about.filename in parts:
                _copy_near(archive, copy, about.filename)
            else:
                copy.writestr(about.filename, archive.read(about))
    return result.getvalue()


def _copy_near(archive: ZipFile, copy: ZipFile, part: str) -> None:
    columns: set[int] = set()
    rows: list[int] = []
    for number, row in rows_of(archive, part):
        filled_columns = {column_of(cell) for cell in row if len(cell)}
        if filled_columns:
            columns |= filled_columns
            rows.append(number)
    last_row, last_column = _last_near(rows, ROW_GAP), _last_near(columns, COLUMN_GAP)
    with copy.open(part, "w") as stream, etree.xmlfile(stream, encoding="utf-8") as writer:
        for namespace in _namespace(archive, part):
            with (
                writer.element(f"{{{namespace}}}worksheet", nsmap={None: namespace}),
                writer.element(f"{{{namespace}}}sheetData"),
            ):
                for number, row in rows_of(archive, part):
                    if number <= last_row:
                        for cell in [cell for cell in row if column_of(cell) > last_column]:
                            row.remove(cell)
                        writer.write(row)


def _namespace(archive: ZipFile, part: str) -> list[str]:
    return [next(etree.QName(row).namespace or "" for _, row in rows_of(archive, part))]


def _last_near(places: Iterable[int], gap: int) -> int:
    last = -1
    for place in sorted(places):
        if place - last > gap:
            break
        last = place
    return last
