"""A CSV file as rows of text, whoever wrote it: UTF-8 with or without BOM, UTF-16, cp1252; comma,
semicolon or tab.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from data.errors import RecordProblem, UnreadableFile
from data.ingest.delimited_rows import LARGEST_BYTES, delimited_rows
from data.ingest.encoding import decode, delimiter_of
from data.ingest.header import column_names, refuse_hidden_header, without_separator_line
from language import N_, Sentence


@dataclass(frozen=True)
class Origin:
    """Where the cells of a translated sheet come from: file and row by row number, and each file's own
    names of columns.
    """

    places: Mapping[int, tuple[str, int]]
    columns: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class SourceTable:
    """``cells``: one column of text a header, indexed by row number as a person counts (the header is row 1).

    ``surplus`` holds the row numbers with more cells than the header.
    """

    name: str
    cells: pd.DataFrame
    surplus: tuple[int, ...] = ()
    origin: Origin | None = None

    def placed(self, error: RecordProblem) -> RecordProblem:
        """An error in this sheet, pointing at the file that a person has in front of them."""
        if self.origin is None or error.row not in self.origin.places:
            return error
        file, row = self.origin.places[error.row]
        return replace(
            error, file=file, row=row, column=self.origin.columns[file].get(error.column, error.column)
        )


def read_csv_file(path: Path, name: str = "") -> SourceTable:
    """Read a CSV file. Raises :class:`UnreadableFile` where it is missing, empty, too large or no text."""
    name = name or path.name
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UnreadableFile(
                Sentence(
                    N_("{file} is larger than 100 MB. Divide it and take in one part at a time."),
                    {"file": name},
                )
            )
        raw = path.read_bytes()
    except OSError:
        raise UnreadableFile(
            Sentence(
                N_("{file} can't be read. Check that it is there and that you may read it."), {"file": name}
            )
        ) from None
    return parse_csv(raw, name)


def parse_csv(raw: bytes, name: str) -> SourceTable:
    """The rows of a CSV file given as bytes. Blank rows are left out. Raises :class:`UnreadableFile`."""
    lines = _rows(decode(raw, name), name)
    numbered_lines = [
        (number, line) for number, line in enumerate(lines, start=1) if any(cell.strip() for cell in line)
    ]
    if not numbered_lines:
        raise UnreadableFile(
            Sentence(N_("{file} is empty. Its first row must name the columns."), {"file": name})
        )
    refuse_hidden_header(numbered_lines, name)
    header = column_names(numbered_lines[0][1])
    if len(set(header)) < len(header) or "" in header:
        raise UnreadableFile(
            Sentence(
                N_(
                    "{file}: two columns have the same name, or one has none. Name each column once in row 1."
                ),
                {"file": name},
            )
        )
    body = numbered_lines[1:]
    cells = pd.DataFrame(
        [(line + [""] * len(header))[: len(header)] for _, line in body],
        columns=pd.Index(header),
        index=[number for number, _ in body],
        dtype=object,
    )
    surplus = tuple(number for number, line in body if any(cell.strip() for cell in line[len(header) :]))
    return SourceTable(name, cells, surplus)


def _rows(text: str, name: str) -> list[list[str]]:
    separator, text = without_separator_line(text)
    return delimited_rows(text, separator or delimiter_of(text), name)
