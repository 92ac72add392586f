"""Which engine reads a lake."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from data.cluster.cluster_lake import ClusterLake
from data.lake.open_lake import Lake
from data.lake.partition import Manifest
from data.record_source import RecordSource

DUCKDB = "duckdb"


class OpenLake(RecordSource, Protocol):
    """A lake that can be read, and what each municipality of it holds, by its code."""

    @property
    def path(self) -> Path: ...

    @property
    def manifests(self) -> Mapping[str, Manifest]: ...


def open_lake(path: Path, engine: str = DUCKDB) -> AbstractContextManager[OpenLake]:
    """The lake, read by DuckDB on this machine, or by the cluster at an address. Raises
    :class:`data.lake.partition.BadLake` where it can't be read as it stands, and
    :class:`data.cluster.address.ClusterError` where the cluster can't be used, or is none.
    """
    return Lake(path) if engine == DUCKDB else ClusterLake(path, engine)
