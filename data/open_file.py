"""The register's file and its log while the database has them open: whether others put another in their
place, or wrote over them.
"""

import logging
import os
import sys
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.atomic_file import log_of

HEADER_BYTES = 3 * 4096
"""DuckDB's three headers: only a checkpoint writes them, and each makes them different."""

FileKey = tuple[int, int]
"""The device and the number of a file on it; on Windows the file's index."""


class OpenFile:
    """A watch on a register that was just opened.

    Its descriptor stays open as long as the database: a process that closes any descriptor of a file loses
    its locks on it. Windows lets nobody write over or move a file that is open, so there none is needed.
    """

    def __init__(self, path: Path, key: FileKey | None) -> None:
        """``key`` is that of the file which the database opened; another may have the name by now."""
        self._path = path
        self._descriptor = None if sys.platform == "win32" else os.open(path, os.O_RDONLY)
        self.close = weakref.finalize(self, _close, self._descriptor)
        self._key = key
        self._header = self._read_header()
        self._log = None if self.is_superseded() else key_of(log_of(path))
        self._is_writing = False
        self._stamp = self._read_stamp()

    def is_in_place(self) -> bool:
        """Whether the file still has its name, and nobody else wrote over it."""
        return key_of(self._path) == self._key and not self.is_written_over()

    def is_superseded(self) -> bool:
        """Whether another file has the name now, as after a backup was put in place."""
        return key_of(self._path) not in (None, self._key)

    def is_written_over(self) -> bool:
        """Whether others put other contents into the same file, as a copy over it does; one that was closed
        is not known any more.
        """
        return self._read_header() != self._header or (
            not self._is_writing and self._read_stamp() != self._stamp
        )

    @contextmanager
    def writing(self) -> Iterator[None]:
        """While the database may write parts of records into the file, its headers alone tell who wrote."""
        was_written_over = self.is_written_over()
        self._is_writing = True
        try:
            yield
        finally:
            self._is_writing = False
            if not was_written_over:
                self._stamp = self._read_stamp()

    def note_checkpoint(self) -> None:
        """What is in the file now was written by this program's own database."""
        self._header, self._stamp = self._read_header(), self._read_stamp()
        self._log = key_of(log_of(self._path))

    def has_foreign_log(self) -> bool:
        """Whether a log lies beside the register that others laid there."""
        return key_of(log_of(self._path)) not in (None, self._log)

    def set_foreign_log_aside(self) -> None:
        """A log that others laid beside the register gets another name: the database would write into it, or
        delete it.
        """
        if not self.has_foreign_log():
            return
        log = log_of(self._path)
        number = next(n for n in range(1, 10_000) if not _set_aside(log, n).exists())
        log.rename(_set_aside(log, number))
        logging.getLogger("oejenhoejde").warning(
            "%s was no log of this register and is now named %s.", log, _set_aside(log, number).name
        )

    def has_lost_log(self) -> bool:
        """Whether the log of what was committed is not beside the register any more. A log that has just been
        begun is known from now on.
        """
        now = key_of(log_of(self._path))
        if self._log is None:
            self._log = now
        return now != self._log

    def log_size(self) -> int:
        """How many bytes wait in the log."""
        try:
            return log_of(self._path).stat().st_size
        except OSError:
            return 0

    def _read_header(self) -> bytes:
        if self._descriptor is None or not self.close.alive:
            return b""
        return os.pread(self._descriptor, HEADER_BYTES, 0)

    def _read_stamp(self) -> tuple[int, int] | None:
        """When the file was last changed, and its size."""
        if self._descriptor is None or not self.close.alive:
            return None
        now = os.fstat(self._descriptor)
        return now.st_mtime_ns, now.st_size


def key_of(path: Path) -> FileKey | None:
    """Which file has a name now; None where there is none."""
    try:
        now = path.stat()
    except OSError:
        return None
    return now.st_dev, now.st_ino


def _set_aside(log: Path, number: int) -> Path:
    return log.with_name(f"{log.name}.set-aside-{number}")


def _close(descriptor: int | None) -> None:
    if descriptor is not None:
        os.close(descriptor)
