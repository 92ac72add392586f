"""What a foreign file holds, before anything is understood of it: sheets of text."""

from dataclasses import dataclass

import pandas as pd

from language import Sentence


@dataclass(frozen=True)
class Sheet:
    """A table of a file as it stands, every row from the first, an empty cell as an empty text.

    Rows may differ in length. Cells that the file types are written in one form: a day ``2027-03-01``, a
    point in time ``2027-03-01 18:00:00`` (with its offset where the file has one), a number ``12`` or
    ``12.5``, a truth ``yes`` or ``no``. Everything else is the text as it stands. ``name`` is empty where
    the file holds one table alone.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ForeignFile:
    """A file that was read: its name, its SHA-256 in hex, its sheets, and what must be told of the reading
    (hidden rows, cells with errors, an encoding that was guessed).
    """

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]
    notices: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class ForeignTable:
    """The rows under a header: ``cells`` has one column of text a header, each name once (a repeated one has
    `` (2)`` after it), indexed by row number as a person counts in the file. Blank rows are left out.
    ``totals`` are rows that seem to hold totals; ``notices`` is what must be told of the table.
    """

    file: str
    sheet: str
    header_row: int
    cells: pd.DataFrame
    totals: tuple[int, ...] = ()
    notices: tuple[Sentence, ...] = ()
