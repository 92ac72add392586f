"""What a backup holds, told before it is put in the register's place."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from data import recovery
from data.backup import copy_whole, refuse_full_disk
from data.errors import StoreError
from data.integrity import refuse_missing, schema_version
from data.os_errors import why
from data.restore import BROKEN
from language import N_, Sentence

UNREAD = N_("{file} can't be read ({why}). Nothing was changed.")
COUNTED = ("consultations", "assessments", "closings")
"""The tables that a person knows a register by."""


@dataclass(frozen=True)
class BackupContents:
    """When the newest record was saved (UTC; None: nothing was), the number of the newest entry in the
    history, the rows of some tables by name, and a hash of the register's secret, by which two registers are
    known for the same.
    """

    newest: datetime | None
    entry: int
    rows: dict[str, int]
    secret_hash: str


def contents_of(backup: Path) -> BackupContents:
    """What a file holds, read from a copy so that it is not touched. Raises :class:`StoreError` where it is
    missing, damaged or no backup.
    """
    refuse_missing(backup)
    try:
        with TemporaryDirectory(prefix="oejenhoejde-") as folder:
            copy = Path(folder) / "backup.duckdb"
            refuse_full_disk(backup, copy)
            copy_whole(backup, copy)
            with recovery.connect(copy) as connection:
                schema_version(connection, backup, least=1)
                return _read(connection)
    except OSError as problem:
        raise StoreError(Sentence(UNREAD, {"file": backup.name, "why": why(problem)})) from problem
    except (duckdb.Error, StoreError) as problem:
        raise StoreError(Sentence(BROKEN, {"file": backup.name})) from problem


def _read(connection: duckdb.DuckDBPyConnection) -> BackupContents:
    row = connection.execute(
        "select max(happened_at), coalesce(max(entry), 0), (select secret from seals) from history"
    ).fetchone()
    assert row is not None
    counts = {}
    for table in COUNTED:
        count = connection.execute(f"select count(*) from {table}").fetchone()
        assert count is not None
        counts[table] = int(count[0])
    return BackupContents(row[0], int(row[1]), counts, sha256(str(row[2]).encode()).hexdigest())
