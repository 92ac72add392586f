"""Delimited text: .csv, .tsv and their like, whoever wrote it."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from data.foreign.readers.raw_sheet import RawSheet
from data.ingest.delimited_rows import delimited_rows
from data.ingest.encoding import decode
from data.ingest.header import without_separator_line
from language import N_, Sentence

DELIMITERS = (";", ",", "\t", "|")
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
LOOKED_AT = 5_000
"""So many rows are counted to tell what stands between the cells."""
OLD_LETTERS = N_(
    "{file} is not saved as UTF-8 and was read as Windows text. Look whether its Danish letters stand as they"
    " should."
)


def read_delimited(raw: bytes, name: str) -> Iterator[RawSheet]:
    """The one table of a text file; a line ``sep=;`` at its top is believed. Rows are counted as they are
    parsed: a cell of several lines is part of one row, a blank line is a row. Raises
    :class:`data.errors.UnreadableFile`.
    """
    text = text_of(raw, name)
    separator, text = without_separator_line(text)
    rows = delimited_rows(text, separator or delimiter_by_fields(text), name)
    notices = [] if _is_unicode(raw) else [Sentence(OLD_LETTERS, {"file": name})]
    yield RawSheet("", rows, notices)


def text_of(raw: bytes, name: str) -> str:
    """The text by the rules of :func:`data.ingest.encoding.decode`; UTF-16 without its mark too."""
    return decode(_mark_of(raw) + raw, name)


def delimiter_by_fields(text: str) -> str:
    """What stands between the cells: the sign that divides most rows into equally many fields, quotation
    marks respected; a semicolon where none does.
    """
    return max(DELIMITERS, key=lambda delimiter: _fit(text, delimiter))


def _fit(text: str, delimiter: str) -> float:
    """The cuts in the commonest row, times the share, squared, of such rows from the first of them on;
    nothing where they are fewer than half, or one among others.
    """
    fields: list[int] = []
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        fields = [len(row) for row in islice(rows, LOOKED_AT) if any(cell.strip() for cell in row)]
    except csv.Error:
        return 0
    fit = 0.0
    for number, count in Counter(fields).items():
        share = count / (len(fields) - fields.index(number))
        if share >= 0.5 and (count > 1 or len(fields) == 1):
            fit = max(fit, share**2 * (number - 1))
    return fit


def _mark_of(raw: bytes) -> bytes:
    """The mark that UTF-16 lacks: every other byte of its first letters is nothing."""
    if raw[1:8:2] == bytes(4) and all(raw[0:8:2]):
        return b"\xff\xfe"
    return b"\xfe\xff" if raw[0:8:2] == bytes(4) and all(raw[1:8:2]) else b""


def _is_unicode(raw: bytes) -> bool:
    if raw.startswith(MARKS) or _mark_of(raw):
        return True
    try:
        raw.decode("utf-8")
    except UnicodeError:
        return False
    return True
