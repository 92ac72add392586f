"""The one place that opens the database file.

A connection used from several threads returns wrong numbers in silence, so every read and every write takes a
cursor of its own; writes queue on one lock.
"""

import threading
import weakref
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data import migrations, recovery
from data.atomic_file import written_atomically
from data.checkpoint_timer import CheckpointTimer
from data.integrity import refuse_missing_columns
from data.open_file import OpenFile
from data.opening import open_register_file
from data.record_source import REGISTER_STEPS
from data.shared_connection import ConnectionClosed, SharedConnection
from data.store_refusals import StoreRefusals

Cursor = duckdb.DuckDBPyConnection
"""What a transaction is written through."""
CREATION: Mapping[str, Any] = {"storage_compatibility_version": "v1.5.0"}
MOST_IN_LOG = 16_000_000
"""Bytes; with more in it, the log is put into the file."""
_OPENINGS = count()


class Store:
    """An open register. Raises :class:`StoreError` where the file can't be used; then it is left as it was.

    ``version`` grows with every change to any record: the number of the newest entry in the history, 0 while
    there is none. No other process can write while this one has the file open, so it is counted here and not
    asked for. A file that may not be written is opened for reading; then every transaction is refused.
    ``opening`` tells this opening from every other of this program, also from one of another file in this
    one's place.
    """

    def __init__(self, path: Path, *, is_new: bool = False) -> None:
        """Open the file; ``is_new`` where :meth:`create` has just begun it."""
        self.path = Path(path)
        self.opening = next(_OPENINGS)
        self.keeps_events = True
        """Whether what is done with it is an event; not in a register to try things in."""
        self._lock = threading.RLock()
        self._timer = CheckpointTimer(self.put_log_into_file)
        opened = open_register_file(self.path, least=0 if is_new else 1)
        self._is_writable = opened.is_writable
        self._connection = SharedConnection(opened.connection)
        self._file = OpenFile(self.path, opened.key)
        self._refusals = StoreRefusals(self.path, self._file)
        self.close = weakref.finalize(self, _let_go, self._connection, self._file, self._lock)
        """Let go of the file, also while others read; without it, the end of the program does."""
        try:
            if not self._file.is_in_place():
                raise self._refusals.gone()
            self._migrate(opened.schema)
            refuse_missing_columns(self._columns(), self.path)
            with self._cursor() as cursor:
                cursor.execute("set lock_configuration = true")
            self.version = self._newest_entry()
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(cls, path: Path) -> "Store":
        """A new register without records. Raises :class:`StoreError` where a file is there already, or none
        can be made.
        """
        path = Path(path)
        with written_atomically(path) as new_path:
            with recovery.connect(new_path, CREATION) as fresh:
                fresh.execute(
                    "create table schema_versions (version integer primary key, applied_on date not null)"
                )
            cls(new_path, is_new=True).close()
        return cls(path)

    @property
    def steps(self) -> Mapping[str, str]:
        """What makes a register readable as one municipality of many: see
        :class:`data.record_source.RecordSource`.
        """
        return REGISTER_STEPS

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

        One at a time: a second writer waits. Raises :class:`StoreError` where the file may only be read,
        where the disk refuses, and where the file was replaced or removed since it was opened: nothing is
        acknowledged that is not in the file of that name.
        """
        if not self._is_writable:
            raise self._refusals.read_only()
        with self._lock, self._open_for_writing(keep), self._cursor() as cursor:
            cursor.execute("begin")
            try:
                yield cursor
                if keep:
                    self._refuse_replaced()
                cursor.execute("commit" if keep else "rollback")
            except BaseException as problem:
                is_undone = _rolled_back(cursor)
                if refusal := self._refusals.of_writing(problem):
                    raise refusal from problem
                if is_undone or not isinstance(problem, KeyboardInterrupt):
                    raise  # else Ctrl-C came when the commit was done: too late to stop
            if keep:
                self._look_after_commit()
                self._timer.start()
            self.version = self._newest_entry()

    @property
    def is_writable(self) -> bool:
        """Whether anything can be saved; else the file may only be read."""
        return self._is_writable

    @property
    def is_in_place(self) -> bool:
        """Whether the file still has its name and its contents; else nothing can be saved any more."""
        if self._file.is_in_place():
            return True
        with self._lock:  # a save that was under way may have been writing into it
            return self._file.is_in_place()

    @property
    def is_superseded(self) -> bool:
        """Whether another register was put in this one's place; nothing can be saved in this one any more."""
        return self._file.is_superseded()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other writers out from a look at what is stored until it is written."""
        with self._lock:
            yield

    def put_log_into_file(self) -> None:
        """Make the file whole, so that a copy of it alone lacks nothing; each write sees to it by itself a
        moment later. Where that can't be done now, the log stays beside the file, and it is tried again.
        """
        with self._lock:
            if not self.close.alive or not self._file.log_size() or not self._file.is_in_place():
                return
            try:
                self._file.set_foreign_log_aside()
                with self._file.writing():
                    self._checkpoint()
            except duckdb.TransactionException:
                self._timer.start()
            except (duckdb.Error, OSError):
                pass  # the next save says what is wrong

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        try:
            with self._connection.cursor() as cursor:
                yield cursor
        except ConnectionClosed as problem:
            raise self._refusals.closed() from problem

    @contextmanager
    def _reader(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._cursor() as cursor:
            try:
                yield cursor
            except duckdb.Error as problem:
                if refusal := self._refusals.of_reading(problem):
                    raise refusal from problem
                raise

    @contextmanager
    def _open_for_writing(self, keep: bool) -> Iterator[None]:
        if keep:
            self._refuse_replaced()
        with self._file.writing():
            yield

    def _refuse_replaced(self) -> None:
        """Raises :class:`StoreError` where another file has the register's name by now, or others wrote
        into it.
        """
        if not self._file.is_in_place():
            raise self._refusals.gone()
        try:
            self._file.set_foreign_log_aside()
        except OSError as problem:
            raise self._refusals.not_saved(problem) from problem

    def _look_after_commit(self) -> None:
        """Whether what was just committed is where it will be looked for. Without its log it would last only
        as long as the program, so then it is put into the file.
        """
        if not self._file.is_in_place():
            raise self._refusals.gone_meanwhile()
        if self._file.has_lost_log() or self._file.log_size() > MOST_IN_LOG:
            with suppress(duckdb.TransactionException):  # somebody is at it; the next commit tries again
                self._checkpoint()

    def _checkpoint(self) -> None:
        """By a cursor of its own: the timer's thread may ask for the same in the middle of an upgrade."""
        with self._lock, self._cursor() as cursor:
            cursor.execute("checkpoint")
            self._file.note_checkpoint()

    def _newest_entry(self) -> int:
        return int(self.rows("select coalesce(max(entry), 0) from history")[0][0])

    def _columns(self) -> set[str]:
        return {
            name for (name,) in self.rows("select table_name || '.' || column_name from duckdb_columns()")
        }

    def _migrate(self, schema: int) -> None:
        """Carry out each step that the file lacks, and put them into the file at once: a log that holds them
        may not be read again after an interruption.
        """
        missing = [version for version in migrations.steps() if version > schema]
        for version in missing:
            with self.transaction() as cursor:
                migrations.apply(cursor, version)
        if missing:
            self._checkpoint()


def _let_go(connection: SharedConnection, file: OpenFile, lock: threading.RLock) -> None:
    """Put what waits in the log into the file and close it. Where others wrote over the file or put another
    with its log in its place, theirs is left as it is.
    """
    with lock:
        root = connection.take_back()
        try:
            if file.is_written_over() or (file.is_superseded() and file.has_foreign_log()):
                return
            if file.log_size() or file.has_lost_log():
                file.set_foreign_log_aside()
                root.execute("checkpoint")
        except (duckdb.Error, OSError):
            pass  # the log stays, and the next opening reads it
        finally:
            root.close()
            file.close()


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
