"""A connection that many threads read through, each call with a cursor of its own, until it is taken back: by
``data/database.py``, which closes it.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import duckdb

PATIENCE = 10.0
"""Seconds to wait for calls that were interrupted; the database ends them within milliseconds."""


class ConnectionClosed(Exception):
    """The connection was taken back before the call, or in the middle of it."""


class SharedConnection:
    """Many threads may read at once, and one may take it back while they do."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._change = threading.Condition()
        self._lent: list[duckdb.DuckDBPyConnection] = []
        self._is_closed = False

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor for one call. Raises :class:`ConnectionClosed`."""
        with self._change:
            if self._is_closed:
                raise ConnectionClosed
            cursor = self._connection.cursor()
            self._lent.append(cursor)
        try:
            yield cursor
        except duckdb.InterruptException as problem:
            if self._is_closed:
                raise ConnectionClosed from problem
            raise
        finally:
            with self._change:
                cursor.close()
                self._lent.remove(cursor)
                self._change.notify_all()

    def take_back(self) -> duckdb.DuckDBPyConnection:
        """The connection itself, to be closed: no more cursors are lent, and what is being read is
        interrupted.
        """
        with self._change:
            self._is_closed = True
            until = monotonic() + PATIENCE
            while self._lent and monotonic() < until:
                for cursor in self._lent:
                    cursor.interrupt()
                self._change.wait(0.01)
        return self._connection
