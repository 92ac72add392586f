"""A sheet's rows without what is empty at their ends, and no more of them than can be held."""

from collections.abc import Iterable, Iterator, Sequence

from data.errors import UnreadableFile
from data.foreign.limits import MOST_CELLS, MOST_COLUMNS
from language import N_, Sentence

TOO_MANY_CELLS = N_(
    "{file} has more than {count} cells. Divide it and take in one part at a time, or delete the columns that"
    " are not needed."
)
TOO_MANY_COLUMNS = N_(
    "{file}, row {row}: there are more than {count} columns. Delete those that are not needed, and try again."
)


class Trimmer:
    """Counts the cells of a whole file. Raises :class:`UnreadableFile` where they are too many."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._cells = 0

    def rows(self, rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
        """The rows, without empty cells at the end of a row and empty rows at the end of the sheet."""
        blank_rows = 0
        for number, row in enumerate(rows, start=1):
            trimmed = _without_empty_end(row)
            if not trimmed:
                blank_rows += 1
                continue
            self._count(trimmed, number)
            yield from [()] * blank_rows
            blank_rows = 0
            yield trimmed

    def _count(self, row: Sequence[str], number: int) -> None:
        self._cells += len(row)
        if len(row) > MOST_COLUMNS:
            values = {"file": self._file, "row": str(number), "count": MOST_COLUMNS}
            raise UnreadableFile(Sentence(TOO_MANY_COLUMNS, values))
        if self._cells > MOST_CELLS:
            raise UnreadableFile(Sentence(TOO_MANY_CELLS, {"file": self._file, "count": MOST_CELLS}))


def _without_empty_end(row: Sequence[str]) -> Sequence[str]:
    end = len(row)
    while end and (not row[end - 1] or row[end - 1].isspace()):
        end -= 1
    return row[:end]
