"""What a paper is set from, the same for Word and PDF: headings, texts, tables and lists, already said in
one language.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Style = Literal["normal", "lead", "muted", "strong", "quote", "notice"]
TableStyle = Literal["facts", "form"]


@dataclass(frozen=True)
class Heading:
    """A numbered heading of level 1 or 2, or one of level 3 without a number; ``new_page`` begins a page."""

    text: str
    level: int
    new_page: bool = False


@dataclass(frozen=True)
class Text:
    """A paragraph. ``quote`` holds people's own words."""

    text: str
    style: Style = "normal"


@dataclass(frozen=True)
class Caption:
    """What stands by a picture or a table: a label that is numbered (``Figure``), and its text."""

    label: str
    text: str


@dataclass(frozen=True)
class Table:
    """Rows under a header that is said again on each page. A row of one cell is a heading over the rows that
    follow.

    ``widths`` are shares of the page's width. The first column names its row. A ``form`` is larger, with
    cells to tick; the PDF has none.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    style: TableStyle = "facts"
    caption: Caption | None = None


@dataclass(frozen=True)
class Items:
    """A list, with numbers or with dots."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture over the page's width. ``alt`` is what it says, for those who have it read aloud."""

    png: bytes
    alt: str
    caption: Caption


Block = Heading | Text | Table | Items | Picture


@dataclass(frozen=True)
class Document:
    """A paper ready to be set: ``front`` stands under the title, before the table of contents. Without
    ``contents`` it has no such table; without ``page`` it has no page numbers; where it is not ``numbered``,
    its headings have no numbers.

    ``watermark`` lies under each page, and ``header`` stands at the top of it. What is ``dense`` is set in
    smaller type and with less room between its lines.
    """

    title: str
    subtitle: str
    front: tuple[Text, ...]
    contents: str
    blocks: tuple[Block, ...]
    footer: str
    page: str
    language: str
    dated: date
    watermark: str = ""
    header: str = ""
    numbered: bool = True
    dense: bool = False


def clean(text: str) -> str:
    """The text without control characters, which neither format can hold; its lines stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(
        each
        for each in lines
        if each == "\n" or not (unicodedata.category(each) in {"Cc", "Cs"} or each in "\ufffe\uffff")
    )


def table(rows: Sequence[tuple[str, ...]], widths: tuple[int, ...], caption: Caption | None = None) -> Table:
    """A table whose first row is the header."""
    header, *others = (tuple(clean(cell) for cell in row) for row in rows)
    return Table(header, tuple(others), widths, caption=caption)


def caption_numbers(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The number of each block's caption among those of its label, from 1; 0 where it has none."""
    counts: Counter[str] = Counter()
    numbers = []
    for block in blocks:
        caption = block.caption if isinstance(block, Table | Picture) else None
        if caption:
            counts[caption.label] += 1
        numbers.append(counts[caption.label] if caption else 0)
    return tuple(numbers)
