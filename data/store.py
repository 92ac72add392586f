"""The one place that opens the database file.

A connection used from several threads returns wrong numbers in silence, so every read and every write takes a cursor of
its own; writes queue on one lock.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data.problems import StoreError
from language import N_, Sentence

MIGRATIONS = Path(__file__).parent / "schema"
CREATION: dict[str, Any] = {"storage_compatibility_version": "v1.5.0"}
HARDENING = (
    "set autoinstall_known_extensions = false",
    "set autoload_known_extensions = false",
    "set allow_community_extensions = false",
    "set enable_external_access = false",
    "set lock_configuration = true",
)

LOCKED = N_("The register {file} is in use by another program. Close the other one, or stop its server, and try again.")
DAMAGED = N_("The register {file} is damaged or is no register. It was left untouched: move it aside and restore a backup.")
UNREACHABLE = N_("The register {file} can't be opened for writing ({why}). Check the folder and the rights, and try again.")
NEWER = N_(
    "The register {file} was made by a newer version of the program (schema {found}, this one knows {known}). Upgrade the program; the file was left untouched."
)
MISSING = N_("There is no register at {file}. Create one with: python -m data init")
EXISTS = N_("There is already a register at {file}. It was left untouched: move it away first, or choose another name.")
NOT_SAVED = N_("The register {file} could not be written ({why}). Nothing was saved; what was there before is still there.")


def migrations() -> dict[int, Path]:
    """The schema's steps by number, in order."""
    return {int(path.name[:4]): path for path in sorted(MIGRATIONS.glob("[0-9]*.sql"))}


class Store:
    """An open register. Raises :class:`StoreError` where the file can't be used; then it is left as it was.

    ``version`` grows with every change to any record: the number of the newest entry in the history, 0 while there is none.
    No other process can write while this one has the file open, so it is counted here and not asked for.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        if not self.path.exists():
            raise StoreError(Sentence(MISSING, {"file": str(self.path)}))
        found = self._stored_version()
        self._root = self._connect({})
        self._lock = threading.RLock()
        self._migrate(found)
        for setting in HARDENING:
            self._root.execute(setting)
        self.version = self._newest_entry()

    @classmethod
    def create(cls, path: Path) -> "Store":
        """A new register without records. Raises :class:`StoreError` where a file is there already."""
        path = Path(path)
        if path.exists():
            raise StoreError(Sentence(EXISTS, {"file": str(path)}))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with duckdb.connect(str(path), config=CREATION) as fresh:
                fresh.execute("create table schema_versions (version integer primary key, applied_on date not null)")
        except (OSError, duckdb.Error) as problem:
            raise StoreError(Sentence(UNREACHABLE, {"file": str(path), "why": _first_line(problem)})) from problem
        return cls(path)

    def rows(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        """The result of a select as tuples."""
        with self._cursor() as cursor:
            return cursor.execute(sql, values or None).fetchall()

    def frame(self, sql: str, **values: Any) -> pd.DataFrame:
        """The result of a select as a frame."""
        with self._cursor() as cursor:
            return cursor.execute(sql, values or None).df()

    @contextmanager
    def transaction(self, *, keep: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor in a transaction of its own; rolled back on any error, or in the end where ``keep`` is False.

        One at a time: a second writer waits. Raises :class:`StoreError` where the disk refuses.
        """
        with self._lock, self._cursor() as cursor:
            cursor.execute("begin")
            try:
                yield cursor
                cursor.execute("commit" if keep else "rollback")
                self.version = self._newest_entry()
            except (duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException) as problem:
                raise StoreError(Sentence(NOT_SAVED, {"file": str(self.path), "why": _first_line(problem)})) from problem
            except BaseException:
                cursor.execute("rollback")
                raise

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other writers out from a look at what is stored until it is written."""
        with self._lock:
            yield

    def close(self) -> None:
        """Let go of the file."""
        self._root.close()

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        cursor = self._root.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    def _newest_entry(self) -> int:
        return int(self.rows("select coalesce(max(entry), 0) from history")[0][0])

    def _stored_version(self) -> int:
        """The schema version in the file, read without touching it. Refuses a newer one than this program knows."""
        with self._connect({"access_mode": "READ_ONLY"}) as reader:
            try:
                found = int((reader.execute("select coalesce(max(version), 0) from schema_versions").fetchone() or (0,))[0])
            except duckdb.CatalogException as problem:
                raise StoreError(Sentence(DAMAGED, {"file": str(self.path)})) from problem
        known = max(migrations())
        if found > known:
            raise StoreError(Sentence(NEWER, {"file": str(self.path), "found": str(found), "known": str(known)}))
        return found

    def _migrate(self, found: int) -> None:
        """Apply each step the file lacks, in order, each in a transaction."""
        for version, path in migrations().items():
            if version > found:
                with self.transaction() as cursor:
                    cursor.execute(path.read_text(encoding="utf-8"))
                    cursor.execute("insert into schema_versions values ($version, current_date)", {"version": version})

    def _connect(self, config: dict[str, Any]) -> duckdb.DuckDBPyConnection:
        try:
            return duckdb.connect(str(self.path), config=config)
        except (duckdb.Error, OSError) as problem:
            raise StoreError(self._why_not_open(problem)) from problem

    def _why_not_open(self, problem: Exception) -> Sentence:
        message = str(problem)
        values = {"file": str(self.path), "why": _first_line(problem)}
        if "lock" in message or "different configuration" in message:
            return Sentence(LOCKED, values)
        if any(word in message for word in ("Permission denied", "Read-only", "Is a directory", "Cannot open file")):
            return Sentence(UNREACHABLE, values)
        return Sentence(DAMAGED, values)


def _first_line(problem: Exception) -> str:
    return str(problem).splitlines()[0] if str(problem) else type(problem).__name__


def placeholders(names: Sequence[str]) -> str:
    """Quoted column names for a list in SQL."""
    return ", ".join(f'"{name}"' for name in names)
