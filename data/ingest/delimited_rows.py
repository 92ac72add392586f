"""The rows of delimited text, with quotation marks told apart from text."""

import csv
import io

from data.errors import UnreadableFile
from language import N_, Sentence

LARGEST_BYTES = 100_000_000
csv.field_size_limit(LARGEST_BYTES)
OPEN_QUOTE = N_(
    "{file}, row {row}: a cell begins with a quotation mark and doesn't end with one, so the rows after it"
    " run into it. Put the mark at the end of the cell; inside a cell, write it twice."
)


def delimited_rows(text: str, delimiter: str, name: str) -> list[list[str]]:
    """Every row's cells. Raises :class:`UnreadableFile` where a quotation mark is never closed, or closed in
    the middle of a cell: it would swallow what follows.
    """
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        sentence = Sentence(OPEN_QUOTE, {"file": name, "row": str(len(rows) + 1)})
        raise UnreadableFile(sentence) from None
    return rows
