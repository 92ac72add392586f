"""A CSV file as rows of text, whoever wrote it: UTF-8 with or without BOM, UTF-16, cp1252; comma, semicolon or tab."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.problems import UnreadableFile
from language import N_, Sentence

LARGEST_BYTES = 100_000_000
csv.field_size_limit(LARGEST_BYTES)


@dataclass(frozen=True)
class Sheet:
    """``cells``: one column of text a header, indexed by row number as a person counts (the header is row 1).

    ``surplus`` holds the row numbers with more cells than the header.
    """

    name: str
    cells: pd.DataFrame
    surplus: tuple[int, ...] = ()


def read_sheet(path: Path, name: str = "") -> Sheet:
    """Read a CSV file. Raises :class:`UnreadableFile` where it is missing, empty, too large or no text."""
    name = name or path.name
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UnreadableFile(
                Sentence(N_("{file} is larger than 100 MB. Divide it and take in one part at a time."), {"file": name})
            )
        raw = path.read_bytes()
    except OSError:
        raise UnreadableFile(
            Sentence(N_("{file} can't be read. Check that it is there and that you may read it."), {"file": name})
        ) from None
    return parse_sheet(raw, name)


def parse_sheet(raw: bytes, name: str) -> Sheet:
    """The rows of a CSV file given as bytes. Blank rows are left out. Raises :class:`UnreadableFile`."""
    text = _decode(raw, name)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False))
    except csv.Error:
        raise UnreadableFile(
            Sentence(N_("{file} has a cell that never ends; look for a quotation mark without its partner."), {"file": name})
        ) from None
    numbered = [(number, line) for number, line in enumerate(lines, start=1) if any(cell.strip() for cell in line)]
    if not numbered:
        raise UnreadableFile(Sentence(N_("{file} is empty. Its first row must name the columns."), {"file": name}))
    header = [cell.strip().lower() for cell in numbered[0][1]]
    while header and not header[-1]:
        header.pop()
    if len(set(header)) < len(header) or "" in header:
        raise UnreadableFile(
            Sentence(N_("{file}: two columns have the same name, or one has none. Name each column once in row 1."), {"file": name})
        )
    body = numbered[1:]
    cells = pd.DataFrame(
        [(line + [""] * len(header))[: len(header)] for _, line in body],
        columns=pd.Index(header),
        index=[number for number, _ in body],
        dtype=object,
    )
    surplus = tuple(number for number, line in body if any(cell.strip() for cell in line[len(header) :]))
    return Sheet(name, cells, surplus)


def _decode(raw: bytes, name: str) -> str:
    """BOM first, then strict UTF-8, then cp1252: guessing would turn æ into another letter."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"", "utf-8"),
        (b"", "cp1252"),
    ):
        if raw.startswith(mark):
            try:
                text = raw.decode(encoding)
            except UnicodeError:
                continue
            if "\x00" not in text:
                return text
    raise UnreadableFile(Sentence(N_("{file} is not a text file. Save it as CSV (UTF-8) and try again."), {"file": name}))


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)
