"""What a part of a round's materials looks like, before it is downloaded: its first pages as pictures, the
first rows of its tables, or what stands on its first slides.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pptx
from python_calamine import CalamineWorkbook

from materials.documents.page_pictures import page_pictures
from materials.documents.pdf import pdf_file
from materials.round_parts import Made, Part
from materials.slides.slide_template import kind_of

PAGES = 3
SLIDES = 6
TEXTS = 2
"""Of a slide the message and what comes first say enough."""
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


@dataclass(frozen=True)
class Slide:
    """A slide's message, and what stands on it: its texts, and what each chart and table says."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class FirstSlides:
    """The first of ``count`` slides."""

    slides: tuple[Slide, ...]
    count: int


Preview = FirstPages | FirstRows | FirstSlides


def shown_part(parts: Sequence[Part]) -> Part | None:
    """The first part of which there is something to be seen; None where there is none."""
    return next((part for part in parts if part.document or _reader(part)), None)


def preview(part: Part, make: Callable[[Part], Made]) -> Preview | None:
    """The first pages or rows of a part that :func:`shown_part` gave; None where it can't be made. ``make``
    makes its files, where they are what is shown. A document that is no PDF is set as one from the same
    contents: they are right, and Word divides the pages otherwise.
    """
    read = _reader(part)
    if read:
        return next((read(file) for file in make(part).files.values()), None)
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


def _first_slides(file: bytes) -> FirstSlides:
    """A slide can only be drawn by an Office program: it is shown by what stands on it."""
    slides = list(pptx.Presentation(io.BytesIO(file)).slides)
    return FirstSlides(tuple(map(_slide, slides[:SLIDES])), len(slides))


def _slide(slide: Any) -> Slide:
    title = slide.shapes.title
    others = [shape for shape in slide.shapes if title is None or shape.shape_id != title.shape_id]
    texts = (_text(shape) for shape in others)
    return Slide(title.text_frame.text if title else "", tuple(text for text in texts if text)[:TEXTS])


def _text(shape: Any) -> str:
    """The text of a placeholder; of a chart or a table its alternative text. What else is drawn says nothing
    by itself.
    """
    if shape.has_chart or shape.has_table:
        return str(shape._element.xpath("string(.//p:cNvPr/@descr)"))
    is_text = shape.is_placeholder and kind_of(shape) in ("subtitle", "text")
    return str(shape.text_frame.text) if is_text else ""


READERS: Mapping[str, Callable[[bytes], Preview]] = {
    "pdf": _first_pages,
    "xlsx": _first_rows,
    "pptx": _first_slides,
}
"""How a file is shown, by its ending."""
