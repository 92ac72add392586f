"""JSON."""

from collections.abc import Iterator

from data.foreign.readers.raw_sheet import RawSheet


def read_json(raw: bytes, name: str) -> Iterator[RawSheet]:
    raise NotImplementedError
