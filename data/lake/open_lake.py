"""A lake, open for reading: the same selects that read a register read it, by DuckDB over its files."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType, TracebackType
from typing import Any

import duckdb

from data.lake.check import manifests_of
from data.lake.partition import BadLake, Manifest, partition_folder
from data.lake.tables import LAKE_TABLES, LakeTable
from data.os_errors import why
from data.recovery import NO_EXTENSIONS
from language import N_, Sentence

MEMORY = "4GB"
"""So much DuckDB takes; what does not fit is put on the disk."""
UNREADABLE = N_(
    "The lake {lake} can't be read ({why}). If a municipality was gathered meanwhile, try again; otherwise"
    " gather the damaged one again."
)
VIEWS: Mapping[str, str] = MappingProxyType(
    {
        "round_days": "select * from rounds",
        "counted_consultations": "select * from consultations where is_counted",
        "counted_assessments": "select * from assessments where is_counted",
    }
)
"""The register's views over what its own views said when it was gathered."""


class Lake:
    """The records of many municipalities. It is a :class:`data.record_source.RecordSource`; nothing is ever
    written to it.
    """

    steps: Mapping[str, str] = MappingProxyType({})
    """Every relation says by itself whose its rows are."""

    def __init__(self, path: Path, *, memory: str = MEMORY) -> None:
        """Open the lake. Raises :class:`BadLake` where it can't be read as it stands."""
        self.path = path
        self.manifests = manifests_of(path)
        self._spill = TemporaryDirectory(prefix="oejenhoejde-")
        config: dict[str, Any] = {
            **NO_EXTENSIONS,
            "memory_limit": memory,
            "temp_directory": self._spill.name,
            "preserve_insertion_order": False,
        }
        self._connection = duckdb.connect(":memory:", config=config)
        self._connection.execute(f"set allowed_directories = [{_text(path.resolve())}]")
        self._connection.execute("set enable_external_access = false")
        with self._errors():
            for table in LAKE_TABLES.values():
                self._connection.execute(f"create view {table.name} as {self._files(table)}")
            for name, select in VIEWS.items():
                self._connection.execute(f"create view {name} as {select}")
            self._connection.execute("set lock_configuration = true")

    def __enter__(self) -> "Lake":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()
        self._spill.cleanup()

    def rows(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        """The result of a select as tuples. Raises :class:`BadLake` where a file can't be read."""
        with self._cursor() as cursor:
            return cursor.execute(sql, values or None).fetchall()

    def records(self, sql: str, **values: Any) -> list[dict[str, Any]]:
        """The same with each row a dictionary by the names of its columns."""
        with self._cursor() as cursor:
            result = cursor.execute(sql, values or None)
            names = [column[0] for column in result.description]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._errors():
            cursor = self._connection.cursor()
            try:
                yield cursor
            finally:
                cursor.close()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (duckdb.IOException, duckdb.InvalidInputException, duckdb.OutOfMemoryException) as problem:
            raise BadLake(Sentence(UNREADABLE, {"lake": str(self.path), "why": why(problem)})) from problem

    def _files(self, table: LakeTable) -> str:
        """A select of a table's rows of all municipalities, each with whose it is."""
        paths = [file_of(self.path, manifest, table) for manifest in self.manifests.values()]
        quoted = ", ".join(map(_text, paths))
        return (
            f"select * from read_parquet([{quoted}], union_by_name = true, hive_partitioning = true,"
            " hive_types = {'municipality': varchar})"
        )


def file_of(lake: Path, manifest: Manifest, table: LakeTable) -> Path:
    """Where a table of a municipality lies."""
    return partition_folder(lake.resolve(), manifest.municipality) / manifest.folder / table.file


def _text(path: Path) -> str:
    """A path in SQL."""
    return "'" + str(path).replace("'", "''") + "'"
