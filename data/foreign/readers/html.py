"""HTML."""

from collections.abc import Iterator

from data.foreign.readers.raw_sheet import RawSheet


def read_html(raw: bytes, name: str) -> Iterator[RawSheet]:
    raise NotImplementedError
