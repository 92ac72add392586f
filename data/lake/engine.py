"""Which engine reads a lake."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from data.lake.open_lake import Lake
from data.lake.partition import BadLake, Manifest
from data.record_source import RecordSource
from language import N_, Sentence

DUCKDB = "duckdb"
NO_ENGINE = N_("There is no engine {engine} here. Leave it out, and DuckDB reads the lake on this machine.")


class OpenLake(RecordSource, Protocol):
    """A lake that can be read, and what each municipality of it holds, by its code."""

    @property
    def path(self) -> Path: ...

    @property
    def manifests(self) -> Mapping[str, Manifest]: ...


def open_lake(path: Path, engine: str = DUCKDB) -> AbstractContextManager[OpenLake]:
    """The lake, read by DuckDB on this machine. Raises :class:`BadLake` where it can't be read as it stands,
    or there is no such engine.
    """
    if engine != DUCKDB:
        raise BadLake(Sentence(NO_ENGINE, {"engine": engine}))
    return Lake(path)
