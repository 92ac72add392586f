"""How a register's file is opened: looked at before anything is touched, and a copy laid aside before an
upgrade.
"""

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from data import migrations, recovery
from data.atomic_file import log_of
from data.errors import StoreError
from data.integrity import UNREACHABLE, refuse_missing, schema_version
from data.open_file import FileKey, key_of
from data.os_errors import why
from language import Sentence

READING: Mapping[str, Any] = {"access_mode": "READ_ONLY"}
WRITING: Mapping[str, Any] = {"checkpoint_threshold": "1TB"}
"""The database never puts its log into the file by itself: it could write over what others put there."""


@dataclass(frozen=True)
class Opened:
    """A register's file, open and as it was: the connection to it, which file it is, and its schema version,
    which may be an older one of which a copy was laid aside. ``is_writable`` unless it may only be read.
    """

    connection: duckdb.DuckDBPyConnection
    key: FileKey | None
    schema: int
    is_writable: bool


def open_register_file(path: Path, *, least: int) -> Opened:
    """The register's file, whose schema version is ``least`` or newer. Raises :class:`StoreError` where it
    can't be used; then it is left as it was.
    """
    refuse_missing(path)
    if log_of(path).exists():
        _refuse_unreadable(path, least)
    opened = _connect(path, least)
    if opened.schema < migrations.newest():
        opened.connection.close()
        _lay_copy_aside(path, opened)
        opened = _connect(path, least)
    return opened


def _refuse_unreadable(path: Path, least: int) -> None:
    """Look without touching anything: an opening that may write can put a log into its file, or take it
    away.
    """
    with recovery.connect(path, READING) as reader:
        schema_version(reader, path, least=least)


def _connect(path: Path, least: int) -> Opened:
    key, is_writable = key_of(path), os.access(path, os.W_OK)
    connection = recovery.connect(path, WRITING if is_writable else READING)
    try:
        connection.execute("pragma disable_checkpoint_on_shutdown")
        return Opened(connection, key, schema_version(connection, path, least=least), is_writable)
    except BaseException:
        connection.close()
        raise


def _lay_copy_aside(path: Path, opened: Opened) -> None:
    """Of a register that has records, its log among them."""
    if not opened.is_writable:
        values = {"file": str(path), "why": why(PermissionError(errno.EACCES, ""))}
        raise StoreError(Sentence(UNREACHABLE, values))
    if opened.schema == 0:
        return
    if log_of(path).exists():
        with recovery.connect(path) as connection:
            connection.execute("checkpoint")
    migrations.copy_before_upgrade(path, opened.schema + 1)
