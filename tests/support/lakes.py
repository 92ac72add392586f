"""Lakes made of registers in a test."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from data import queries
from data.database import Store
from data.lake.gather import Gathering, partition_files
from data.lake.partition import partition_folder
from data.lake.place import new_partition
from evaluation.snapshot import evaluation_json

AT = datetime(2026, 11, 29, 7)


def gathering(code: str, *, name: str | None = None, inhabitants: int | None = None) -> Gathering:
    """Of a municipality, at a moment that is always the same."""
    return Gathering(code, name, inhabitants, "1", AT)


def put(store: Store, lake: Path, municipality: Gathering) -> Path:
    """Gather a register into a lake; gives its partition."""
    with new_partition(lake, municipality.municipality) as folder:
        for name, content in partition_files(store, municipality):
            (folder / name).write_bytes(content)
    return partition_folder(lake, municipality.municipality)


def own_texts(store: Store) -> Mapping[str, str]:
    """What the register itself gives of each of its rounds."""
    return {each.key: evaluation_json(store, each) for each in queries.rounds.oldest_first(store)}
