"""The one place that opens the database file.

A connection used from several threads returns wrong numbers in silence, so every read and every write takes a
cursor of its own; writes queue on one lock.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data import migrations, recovery
from data.atomic_file import written_atomically
from data.errors import StoreError
from data.integrity import (
    DAMAGED,
    REPLACED,
    REPLACED_MEANWHILE,
    FileIdentity,
    refuse_missing,
    refuse_missing_columns,
    schema_version,
)
from data.os_errors import is_damage, is_shut, why
from language import N_, Sentence

CREATION: Mapping[str, Any] = {"storage_compatibility_version": "v1.5.0"}

SHUT = N_(
    "The register {file} was shut after an error of the disk. Start the program again; if it happens again,"
    " check the disk."
)
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
        stored = self._stored_version(0 if unfilled else 1)
        if 0 < stored < migrations.newest():
            migrations.copy_before_upgrade(self.path, migrations.newest())
        self._root = recovery.connect(self.path)
        self._identity = FileIdentity.of(self.path)
        try:
            self._migrate(stored)
            refuse_missing_columns(self._columns(), self.path)
            self._root.execute("set lock_configuration = true")
            self.version = self._newest_entry()
        except BaseException:
            self._root.close()
            raise

    @classmethod
    def create(cls, path: Path) -> "Store":
        """A new register without records. Raises :class:`StoreError` where a file is there already, or none
        can be made.
        """
        path = Path(path)
        with written_atomically(path) as making:
            with recovery.connect(making, CREATION) as fresh:
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
        """The same with each row a dictionary by the names of its columns."""
        with self._reader() as cursor:
            result = cursor.execute(sql, values or None)
            names = [column[0] for column in result.description]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def frame(self, sql: str, **values: Any) -> pd.DataFrame:
        """The result of a select as a frame. Raises :class:`StoreError` where the file is damaged."""
        with self._reader() as cursor:
            return cursor.execute(sql, values or None).df()

    @contextmanager
    def transaction(self, *, keep: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor in a transaction of its own; rolled back on any error, or in the end where ``keep`` is
        False.

        One at a time: a second writer waits. Raises :class:`StoreError` where the disk refuses, and where the
        file was replaced or removed since it was opened: nothing is acknowledged that is not in the file of
        that name.
        """
        with self._lock, self._cursor() as cursor:
            cursor.execute("begin")
            try:
                yield cursor
                if keep:
                    self._refuse_replaced(REPLACED)
                cursor.execute("commit" if keep else "rollback")
            except BaseException as problem:
                undone = _rolled_back(cursor)
                if refusal := self._refusal(problem):
                    raise refusal from problem
                if undone or not isinstance(problem, KeyboardInterrupt):
                    raise  # else Ctrl-C came when the commit was done: too late to stop
            if keep:
                self._note_own_change()
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
                if is_damage(problem) or isinstance(problem, duckdb.IOException):
                    raise StoreError(Sentence(DAMAGED, {"file": str(self.path)})) from problem
                if is_shut(problem):
                    raise StoreError(Sentence(SHUT, {"file": str(self.path)})) from problem
                raise

    def _refusal(self, problem: BaseException) -> StoreError | None:
        """What to say of an error while writing; None where it is no refusal of the disk."""
        if not isinstance(problem, duckdb.Error):
            return None
        values = {"file": str(self.path), "why": why(problem)}
        if is_damage(problem):
            return StoreError(Sentence(DAMAGED, values))
        if is_shut(problem):
            return StoreError(Sentence(SHUT, values))
        return StoreError(Sentence(NOT_SAVED, values)) if isinstance(problem, REFUSED_BY_DISK) else None

    def _refuse_replaced(self, sentence: str) -> None:
        """Raises :class:`StoreError` where another file has the register's name by now, or others wrote
        into it.
        """
        if FileIdentity.of(self.path) != self._identity:
            raise StoreError(Sentence(sentence, {"file": str(self.path)}))

    def _note_own_change(self) -> None:
        """A commit may have written into the file: it is known anew, as long as it is still the same file."""
        now = FileIdentity.of(self.path)
        if now is None or not now.is_same_file(self._identity):
            raise StoreError(Sentence(REPLACED_MEANWHILE, {"file": str(self.path)}))
        self._identity = now

    def _newest_entry(self) -> int:
        return int(self.rows("select coalesce(max(entry), 0) from history")[0][0])

    def _columns(self) -> set[str]:
        return {
            name for (name,) in self.rows("select table_name || '.' || column_name from duckdb_columns()")
        }

    def _stored_version(self, least: int) -> int:
        """The schema version in the file, read without touching it."""
        refuse_missing(self.path)
        with recovery.connect(self.path, {"access_mode": "READ_ONLY"}) as reader:
            return schema_version(reader, self.path, least=least)

    def _migrate(self, stored: int) -> None:
        """Carry out each step that the file lacks, and put them into the file at once: a log that holds them
        may not be read again after an interruption.
        """
        missing = [version for version in migrations.steps() if version > stored]
        for version in missing:
            with self.transaction() as cursor:
                migrations.apply(cursor, version)
        if missing:
            self._root.execute("checkpoint")
            self._note_own_change()


def _rolled_back(cursor: duckdb.DuckDBPyConnection) -> bool:
    """Undo what is under way; False where the transaction has ended already, by a commit that was done or
    that failed.
    """
    try:
        cursor.execute("rollback")
    except duckdb.Error:
        return False
    return True


def placeholders(names: Sequence[str]) -> str:
    """Quoted column names for a list in SQL."""
    return ", ".join(f'"{name}"' for name in names)
