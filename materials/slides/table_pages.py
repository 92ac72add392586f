"""A table in pages that each fit their place on a slide: no row is lost, the head is said again on each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from language import Words
from materials.documents.blocks import Table
from materials.slides.measures import LINE, NUMBER, SMALLEST, Box, Paragraph, height_of, lines

SIDE, ABOVE = 6, 4
"""A cell's margins."""
SIZES = (18, 16)
"""The sizes that a table with few rows is set in."""
Row = tuple[str, ...]


@dataclass(frozen=True)
class TableLook:
    """A table's place, the columns whose first line is a number to be read from afar, and the size of its
    type.
    """

    box: Box
    numbers: frozenset[int] = frozenset()
    size: float = SMALLEST

    def widths(self, table: Table) -> list[float]:
        """The columns' widths in points."""
        return [self.box.width * each / sum(table.widths) for each in table.widths]

    def paragraphs(self, row: Row, place: int, *, is_head: bool = False) -> list[Paragraph]:
        """The texts of a cell. A row of one cell is a heading over those that follow."""
        first, *others = row[place].split("\n")
        if is_head:
            return [Paragraph(row[place], self.size, bold=True, is_muted=True)]
        if len(row) == 1:
            return [Paragraph(row[place], self.size, bold=True)]
        is_number = place in self.numbers and any(each.isdigit() for each in first)
        large = self.size + NUMBER - SMALLEST
        head = Paragraph(first, large, bold=True) if is_number else Paragraph(first, self.size)
        return [head, *(Paragraph(each, self.size, is_muted=is_number) for each in others)]

    def height(self, row: Row, table: Table, *, is_head: bool = False) -> float:
        """How high a row is."""
        widths = [self.box.width] if len(row) == 1 else self.widths(table)
        return 2 * ABOVE + max(
            height_of(self.paragraphs(row, place, is_head=is_head), width - 2 * SIDE)
            for place, width in enumerate(widths)
        )


def largest_look(table: Table, look: TableLook, words: Words) -> TableLook:
    """The look in the largest type in which the table fits one page; in the smallest where it takes more."""
    for size in SIZES:
        larger = replace(look, size=size)
        if len(_filled(table, larger, words, _room(table, larger))) == 1:
            return larger
    return look


def table_pages(table: Table, look: TableLook, words: Words) -> list[Table]:
    """The table in as many pages as its rows take, all about as full; a heading is said again where its rows
    go on.
    """
    room = _room(table, look)
    pages = _filled(table, look, words, room)
    count = len(pages)
    for part in range(10, 0, -1):
        evener = _filled(table, look, words, room * part / 10)
        if len(evener) > count:
            break
        pages = evener
    return [replace(table, rows=tuple(page)) for page in pages]


def _room(table: Table, look: TableLook) -> float:
    return look.box.height - look.height(table.header, table, is_head=True)


def _filled(table: Table, look: TableLook, words: Words, room: float) -> list[list[Row]]:
    """The rows by page, as many on each as there is room for."""
    pages: list[list[Row]] = [[]]
    used, heading = 0.0, None
    rows = [piece for row in table.rows for piece in _pieces(row, table, look)]
    for place, row in enumerate(rows):
        needs = look.height(row, table)
        if len(row) == 1 and place + 1 < len(rows):
            needs += look.height(rows[place + 1], table)
        if pages[-1] and used + needs > room:
            pages.append([])
            used = 0
            if heading and len(row) > 1:
                again = (words("{heading} (continued)", heading=heading),)
                pages[-1].append(again)
                used += look.height(again, table)
        heading = row[0] if len(row) == 1 else heading
        pages[-1].append(row)
        used += look.height(row, table)
    return pages


def _pieces(row: Row, table: Table, look: TableLook) -> Iterator[Row]:
    """The row, in several where it is higher than half a page: each cell goes on in the next."""
    room = look.box.height / 2
    if len(row) == 1 or look.height(row, table) <= room:
        yield row
        return
    most = max(int((room - 2 * ABOVE) / (SMALLEST * LINE)) - 1, 1)
    cells = [
        _chunks(lines(cell, width - 2 * SIDE, SMALLEST), most)
        for cell, width in zip(row, look.widths(table), strict=True)
    ]
    for place in range(max(len(cell) for cell in cells)):
        yield tuple(cell[place] if place < len(cell) else "" for cell in cells)


def _chunks(texts: Sequence[str], most: int) -> list[str]:
    return [" ".join(texts[start : start + most]) for start in range(0, len(texts), most)]
