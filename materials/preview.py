"""What a part of a round's materials looks like, before it is downloaded: its first pages as pictures, or the
first rows of its tables.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from python_calamine import CalamineWorkbook

from materials.documents.page_pictures import page_pictures
from materials.documents.pdf import pdf_file
from materials.round_files import Made, Part

PAGES = 3
ROWS = 20
SHEETS = 8


@dataclass(frozen=True)
class FirstPages:
    """Pictures (PNG) of the first of ``count`` pages."""

    pictures: tuple[bytes, ...]
    count: int


@dataclass(frozen=True)
class FirstRows:
    """The first rows of each table, by its name."""

    tables: Mapping[str, pd.DataFrame]


Preview = FirstPages | FirstRows


def shown_part(parts: Sequence[Part]) -> Part | None:
    """The first part of which there is something to be seen; None where there is none."""
    return next((part for part in parts if part.document or _reader(part)), None)


def preview(part: Part, made: Callable[[Part], Made]) -> Preview | None:
    """The first pages or rows of a part that :func:`shown_part` gave; None where it can't be made. ``made``
    makes its files, where they are what is shown. A document that is no PDF is set as one from the same
    contents: they are right, and Word divides the pages otherwise.
    """
    read = _reader(part)
    if read:
        return next((read(file) for file in made(part).files.values()), None)
    assert part.document
    return _first_pages(pdf_file(part.document()))


def _reader(part: Part) -> Callable[[bytes], Preview] | None:
    return READERS.get(part.names[0].rpartition(".")[2])


def _first_pages(pdf: bytes) -> FirstPages:
    return FirstPages(*page_pictures(pdf, PAGES))


def _first_rows(book: bytes) -> FirstRows:
    """Of each sheet of an Excel workbook the first rows, the first of them its header."""
    sheets = CalamineWorkbook.from_filelike(io.BytesIO(book))
    tables = {}
    for name in sheets.sheet_names[:SHEETS]:
        rows = sheets.get_sheet_by_name(name).to_python(nrows=ROWS + 1)
        if rows:
            tables[name] = pd.DataFrame([list(map(str, row)) for row in rows[1:]], columns=_header(rows[0]))
    return FirstRows(tables)


def _header(cells: Sequence[object]) -> pd.Index:
    """Names of columns that differ: an empty or repeated one bears its number."""
    names: list[str] = []
    for number, cell in enumerate(map(str, cells), 1):
        names.append(cell if cell and cell not in names else f"{cell} {number}".strip())
    return pd.Index(names)


READERS: Mapping[str, Callable[[bytes], Preview]] = {"pdf": _first_pages, "xlsx": _first_rows}
"""How a file is shown, by its ending."""
