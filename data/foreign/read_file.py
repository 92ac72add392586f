"""A foreign file read in the limited child process, and its tables."""

from data.foreign.sheet import ForeignFile, ForeignTable, Sheet


def read_foreign(name: str, content: bytes) -> ForeignFile:
    """The sheets of a file: .xlsx, .xls, .ods, .csv, .tsv, .json, .geojson, told by content and not by name.

    Raises :class:`data.errors.UnreadableFile` whose sentence says what to do (password, damaged, too large,
    no table in it, another kind of file).
    """
    raise NotImplementedError


def header_rows(sheet: Sheet) -> list[int]:
    """The rows that may name the columns, likeliest first, counted from 1: under title rows, logos and merged
    headers.
    """
    raise NotImplementedError


def table_of(file: ForeignFile, sheet: Sheet, header_row: int) -> ForeignTable:
    """The rows under a header row."""
    raise NotImplementedError
