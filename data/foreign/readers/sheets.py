"""The sheets of a file of any kind, as they pass by."""

from collections.abc import Iterator
from pathlib import Path

from data.foreign.readers.delimited import read_delimited
from data.foreign.readers.html import read_html
from data.foreign.readers.json_tables import read_json
from data.foreign.readers.kinds import Kind, kind_of
from data.foreign.readers.raw_sheet import RawSheet


def sheets_of(path: Path, name: str) -> Iterator[RawSheet]:
    """Every table of the file. Raises :class:`data.errors.UnreadableFile`."""
    raw = path.read_bytes()
    match kind_of(path, raw, name):
        case Kind.XLSX:
            from data.foreign.readers.xlsx import read_xlsx  # each reader is loaded where it is needed

            yield from read_xlsx(path)
        case Kind.XLS:
            from data.foreign.readers.xls import read_xls

            yield from read_xls(raw, name)
        case Kind.ODS:
            from data.foreign.readers.ods import read_ods

            yield from read_ods(path)
        case Kind.JSON:
            yield from read_json(raw, name)
        case Kind.HTML:
            yield from read_html(raw, name)
        case Kind.DELIMITED:
            yield from read_delimited(raw, name)
