"""The one place that opens the database file.

A connection used from several threads returns wrong numbers in silence, so every read and every write takes a
cursor of its own; writes queue on one lock.
"""

import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data.beside import made_beside
from data.causes import tells_of_damage, tells_of_shutting, why
from data.errors import StoreError
from data.schema import TABLES
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

LINKED = {"succeeds", "themes", "evidence"}
"""Columns of the exchange files that are kept in tables of their own."""

LOCKED = N_(
    "The register {file} is in use by another program. Close the other one, or stop its server, and try"
    " again."
)
DAMAGED = N_(
    "The register {file} is damaged or is no register. It was left untouched: move it aside and restore a"
    " backup."
)
UNREACHABLE = N_(
    "The register {file} can't be opened for writing ({why}). Check the folder and the rights, and try again."
)
EMPTY = N_(
    "The register {file} is an empty file. It was left untouched: put a backup in its place, or move it aside"
    " and begin anew with: python -m data init"
)
SHUT = N_(
    "The register {file} was shut after an error of the disk. Start the program again; if it happens again,"
    " check the disk."
)
NEWER = N_(
    "The register {file} was made by a newer version of the program (schema {found}, this one knows {known})."
    " Upgrade the program; the file was left untouched."
)
MISSING = N_("There is no register at {file}. Create one with: python -m data init")
NOT_SAVED = N_(
    "The register {file} could not be written ({why}). Nothing was saved; what was there before is still"
    " there."
)


REFUSED_BY_DISK = (
    duckdb.IOException,
    duckdb.FatalException,
    duckdb.OutOfMemoryException,
    duckdb.TransactionException,
)


def migrations() -> dict[int, Path]:
    """The schema's steps by number, in order."""
    return {int(path.name[:4]): path for path in sorted(MIGRATIONS.glob("[0-9]*.sql"))}


class Store:
    """An open register. Raises :class:`StoreError` where the file can't be used; then it is left as it was.

    ``version`` grows with every change to any record: the number of the newest entry in the history, 0 while
    there is none. No other process can write while this one has the file open, so it is counted here and not
    asked for.
    """

    def __init__(self, path: Path, *, unfilled: bool = False) -> None:
        """Open the file; ``unfilled`` is one that :meth:`create` has just begun."""
        self.path = Path(path)
        self._lock = threading.RLock()
        found = self._stored_version(0 if unfilled else 1)
        self._root = self._connect({})
        try:
            self._migrate(found)
            self._refuse_missing_columns()
            for setting in HARDENING:
                self._root.execute(setting)
            self.version = self._newest_entry()
        except BaseException:
            self._root.close()
            raise

    @classmethod
    def create(cls, path: Path) -> "Store":
        """A new register without records. Raises :class:`StoreError` where a file is there already, or
        none can be made.
        """
        path = Path(path)
        with made_beside(path) as making:
            with duckdb.connect(str(making), config=CREATION) as fresh:
                fresh.execute(
                    "create table schema_versions (version integer primary key, applied_on date not null)"
                )
            cls(making, unfilled=True).close()
        return cls(path)

    def rows(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        """The result of a select as tuples. Raises :class:`StoreError` where the file is damaged."""
        with self._reader() as cursor:
            return cursor.execute(sql, values or None).fetchall()

    def records(self, sql: str, **values: Any) -> list[dict[str, Any]]:
        """The same with each row a dictionary by the names of the columns. Raises :class:`StoreError` where
        the file is damaged.
        """
        with self._reader() as cursor:
            found = cursor.execute(sql, values or None)
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def frame(self, sql: str, **values: Any) -> pd.DataFrame:
        """The result of a select as a frame. Raises :class:`StoreError` where the file is damaged."""
        with self._reader() as cursor:
            return cursor.execute(sql, values or None).df()

    @contextmanager
    def transaction(self, *, keep: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor in a transaction of its own; rolled back on any error, or in the end where ``keep`` is
        False.

        One at a time: a second writer waits. Raises :class:`StoreError` where the disk refuses.
        """
        with self._lock, self._cursor() as cursor:
            cursor.execute("begin")
            try:
                yield cursor
                cursor.execute("commit" if keep else "rollback")
            except BaseException as problem:
                undone = _rolled_back(cursor)
                if refusal := self._refusal(problem):
                    raise refusal from problem
                if undone or not isinstance(problem, KeyboardInterrupt):
                    raise  # else Ctrl-C came when the commit was done: too late to stop
            self.version = self._newest_entry()

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

    @contextmanager
    def _reader(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._cursor() as cursor:
            try:
                yield cursor
            except duckdb.Error as problem:
                if tells_of_damage(problem) or isinstance(problem, duckdb.IOException):
                    raise StoreError(Sentence(DAMAGED, {"file": str(self.path)})) from problem
                if tells_of_shutting(problem):
                    raise StoreError(Sentence(SHUT, {"file": str(self.path)})) from problem
                raise

    def _refusal(self, problem: BaseException) -> StoreError | None:
        """What to say of an error while writing; None where it is no refusal of the disk."""
        if not isinstance(problem, duckdb.Error):
            return None
        values = {"file": str(self.path), "why": why(problem)}
        if tells_of_damage(problem):
            return StoreError(Sentence(DAMAGED, values))
        if tells_of_shutting(problem):
            return StoreError(Sentence(SHUT, values))
        return StoreError(Sentence(NOT_SAVED, values)) if isinstance(problem, REFUSED_BY_DISK) else None

    def _newest_entry(self) -> int:
        return int(self.rows("select coalesce(max(entry), 0) from history")[0][0])

    def _stored_version(self, least: int) -> int:
        """The schema version in the file, read without touching it. Refuses a newer one than this program
        knows, and a file that lacks a table of its version.
        """
        self._refuse_missing()
        with self._connect({"access_mode": "READ_ONLY"}) as reader:
            try:
                found = int(
                    (
                        reader.execute("select coalesce(max(version), 0) from schema_versions").fetchone()
                        or (0,)
                    )[0]
                )
                tables = {
                    row[0] for row in reader.execute("select table_name from duckdb_tables()").fetchall()
                }
            except (duckdb.Error, ValueError) as problem:
                raise StoreError(Sentence(DAMAGED, {"file": str(self.path)})) from problem
        known = max(migrations())
        if found > known:
            raise StoreError(
                Sentence(NEWER, {"file": str(self.path), "found": str(found), "known": str(known)})
            )
        if found < least or not _tables_of(found) <= tables:
            raise StoreError(Sentence(DAMAGED, {"file": str(self.path)}))
        return found

    def _refuse_missing(self) -> None:
        try:
            empty = self.path.is_file() and self.path.stat().st_size == 0
            there = self.path.exists()
        except OSError as problem:
            raise StoreError(
                Sentence(UNREACHABLE, {"file": str(self.path), "why": why(problem)})
            ) from problem
        if not there or empty:
            raise StoreError(Sentence(EMPTY if empty else MISSING, {"file": str(self.path)}))

    def _refuse_missing_columns(self) -> None:
        """A file that has our tables with other columns is no register."""
        found = set(self.rows("select table_name || '.' || column_name from duckdb_columns()"))
        needed = {
            (f"{table.name}.{name}",)
            for table in TABLES.values()
            for name in table.names
            if name not in LINKED
        }
        if not needed <= found:
            raise StoreError(Sentence(DAMAGED, {"file": str(self.path)}))

    def _migrate(self, found: int) -> None:
        """Apply each step the file lacks, in order, each in a transaction."""
        for version, path in migrations().items():
            if version > found:
                with self.transaction() as cursor:
                    cursor.execute(path.read_text(encoding="utf-8"))
                    cursor.execute(
                        "insert into schema_versions values ($version, current_date)", {"version": version}
                    )

    def _connect(self, config: dict[str, Any]) -> duckdb.DuckDBPyConnection:
        try:
            return duckdb.connect(str(self.path), config=config)
        except (duckdb.Error, OSError) as problem:
            raise StoreError(self._why_not_open(problem)) from problem

    def _why_not_open(self, problem: Exception) -> Sentence:
        message = str(problem)
        values = {"file": str(self.path), "why": why(problem)}
        if tells_of_damage(problem):
            return Sentence(DAMAGED, values)
        if re.search(r"\block\b|being used by another|different configuration", message):
            return Sentence(LOCKED, values)
        if any(
            word in message
            for word in ("Permission denied", "Read-only", "Is a directory", "Cannot open file")
        ):
            return Sentence(UNREACHABLE, values)
        return Sentence(DAMAGED, values)


def _rolled_back(cursor: duckdb.DuckDBPyConnection) -> bool:
    """Undo what is under way; False where the transaction has ended already, by a commit that was done or
    that failed.
    """
    try:
        cursor.execute("rollback")
    except duckdb.Error:
        return False
    return True


def _tables_of(version: int) -> set[str]:
    """The tables that the steps up to a version make."""
    steps = (path.read_text(encoding="utf-8") for number, path in migrations().items() if number <= version)
    return {name for step in steps for name in re.findall(r"^create table (\w+)", step, re.MULTILINE)}


def placeholders(names: Sequence[str]) -> str:
    """Quoted column names for a list in SQL."""
    return ", ".join(f'"{name}"' for name in names)
