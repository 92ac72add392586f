"""Opening a database file, also after a program was ended while it wrote: what its log holds is put into
the file.
"""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import duckdb

from data.atomic_file import log_of
from data.errors import StoreError
from data.integrity import DAMAGED, UNREACHABLE
from data.os_errors import is_damage, is_locked, is_unusable_place, why
from language import N_, Sentence

NO_EXTENSIONS: Mapping[str, Any] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}
HARDENING: Mapping[str, Any] = {**NO_EXTENSIONS, "enable_external_access": "false"}
"""Given at the connection: set afterwards, a first connection could reach out of the machine before."""
LOCKED = N_(
    "The register {file} is in use by another program. Close the other one, or stop its server, and try"
    " again."
)
STRAY_LOG = N_(
    "Beside the register {file} lies {log}, a log of unsaved records that does not belong to it, as after a"
    " backup was put in place. Both were left untouched: move {log} away, and try again."
)


def connect(path: Path, settings: Mapping[str, Any] | None = None) -> duckdb.DuckDBPyConnection:
    """The file, open. Raises :class:`StoreError` where it can't be opened; then it is left as it was.

    Each opening differs from every other in its settings: else a second one in this program would be given
    the database of the first, also where another file has the name by now.

    A log that can't be read again by a plain opening (it holds steps of a migration, whose functions are not
    known that early) is put into the file through a connection of its own first.
    """
    config = {**HARDENING, **(settings or {}), "custom_user_agent": uuid4().hex}
    try:
        return duckdb.connect(str(path), config=config)
    except (duckdb.Error, OSError) as problem:
        if is_locked(problem) or not log_of(path).exists():
            raise StoreError(_why_not_open(path, problem)) from problem
        if not _log_put_into_file(path):
            raise StoreError(_why_not_with_log(path, problem)) from problem
    return duckdb.connect(str(path), config=config)


def _log_put_into_file(path: Path) -> bool:
    """Whether the log could be replayed with everything loaded that it may name; if so it is in the file
    now.
    """
    sql_path = str(path).replace("'", "''")
    with duckdb.connect(":memory:", config=dict(NO_EXTENSIONS)) as helper:
        try:
            helper.execute(f"attach '{sql_path}' as register")
            helper.execute("checkpoint register")
            helper.execute("detach register")
        except duckdb.Error:
            return False
    return True


def _why_not_with_log(path: Path, problem: Exception) -> Sentence:
    """The log is at fault where the file opens without it."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            alone = Path(shutil.copy(path, folder))
            duckdb.connect(str(alone), config={**HARDENING, "access_mode": "READ_ONLY"}).close()
        except (duckdb.Error, OSError):
            return _why_not_open(path, problem)
    return Sentence(STRAY_LOG, {"file": str(path), "log": log_of(path).name})


def _why_not_open(path: Path, problem: Exception) -> Sentence:
    values = {"file": str(path), "why": why(problem)}
    if is_damage(problem):
        return Sentence(DAMAGED, values)
    if is_locked(problem):
        return Sentence(LOCKED, values)
    return Sentence(UNREACHABLE if is_unusable_place(problem) else DAMAGED, values)
