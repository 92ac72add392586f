"""The row that names the columns, and what programs put before it or around it."""

import re
from collections.abc import Sequence

from data.errors import UnreadableFile
from data.ingest.plain_text import plain_line
from data.schema import TABLES
from language import N_, Sentence

KNOWN_NAMES = frozenset(name for table in TABLES.values() for name in table.names)
LOOKED_AT = 20
"""So many rows above the names of the columns; who has more of them has another file."""
SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[;,\t]*(?=\r?\n|\r|$)', re.IGNORECASE)

HIDDEN = N_(
    "{file}: the names of the columns stand in row {row}. Delete the rows above it, so that the names stand"
    " in row 1, and try again."
)
IN_ONE_CELL = N_(
    "{file}: all cells of a row stand in one cell, the names of the columns too ({names}). Open the file in"
    " the spreadsheet, divide the column into several (Data, Text to columns), save it and try again."
)


def column_names(cells: Sequence[str]) -> list[str]:
    """The names in small letters without spaces around them; empty cells after the last are left out."""
    names = [plain_line(cell).lower() for cell in cells]
    while names and not names[-1]:
        names.pop()
    return names


def without_separator_line(text: str) -> tuple[str, str]:
    """The character that a first line ``sep=;`` names (nothing without such a line), and the text with that
    line left blank, so that rows are counted as before.
    """
    match = SEPARATOR_LINE.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def refuse_hidden_header(lines: Sequence[tuple[int, Sequence[str]]], name: str) -> None:
    """Raises :class:`UnreadableFile` where our names of columns stand in a later row than the first, or all
    of them in one cell; ``lines`` are rows by number.
    """
    names = column_names(lines[0][1])
    parts = [part.strip(' "').lower() for part in re.split("[;,\\t]", names[0])] if len(names) == 1 else []
    if len(KNOWN_NAMES.intersection(parts)) > 1:
        raise UnreadableFile(Sentence(IN_ONE_CELL, {"file": name, "names": names[0]}))
    if KNOWN_NAMES.intersection(names):
        return
    for number, cells in lines[1:LOOKED_AT]:
        if len(KNOWN_NAMES.intersection(column_names(cells))) > 1:
            raise UnreadableFile(Sentence(HIDDEN, {"file": name, "row": str(number)}))
