"""A table in pages that each fit their place on a slide: no row is lost, the head is said again on each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from language import Words
from materials.documents.blocks import Table
from materials.slides.measures import LINE, NUMBER, SMALLEST, Box, Paragraph, height_of, lines

SIDE, ABOVE = 6, 4
"""A cell's margins."""
Row = tuple[str, ...]


@dataclass(frozen=True)
class TableLook:
    """A table's place, and the columns whose first line is a number to be read from afar."""

    box: Box
    numbers: frozenset[int] = frozenset()

    def widths(self, table: Table) -> list[float]:
        """The columns' widths in points."""
        return [self.box.width * each / sum(table.widths) for each in table.widths]

    def paragraphs(self, row: Row, place: int, *, is_head: bool = False) -> list[Paragraph]:
        """The texts of a cell. A row of one cell is a heading over those that follow."""
        first, *others = row[place].split("\n")
        if is_head:
            return [Paragraph(row[place], bold=True, is_muted=True)]
        if len(row) == 1:
            return [Paragraph(row[place], bold=True)]
        head = Paragraph(first, NUMBER, bold=True) if place in self.numbers else Paragraph(first)
        return [head, *(Paragraph(each, is_muted=place in self.numbers) for each in others)]

    def height(self, row: Row, table: Table, *, is_head: bool = False) -> float:
        """How high a row is."""
        widths = [self.box.width] if len(row) == 1 else self.widths(table)
        return 2 * ABOVE + max(
            height_of(self.paragraphs(row, place, is_head=is_head), width - 2 * SIDE)
            for place, width in enumerate(widths)
        )


def table_pages(table: Table, look: TableLook, words: Words) -> list[Table]:
    """The table in as many pages as its rows take; a heading is said again where its rows go on."""
    room = look.box.height - look.height(table.header, table, is_head=True)
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
    return [replace(table, rows=tuple(page)) for page in pages]


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
