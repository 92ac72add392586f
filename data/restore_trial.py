"""A backup restored for trial, into a temporary folder: whether it would bring back what it holds."""

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from data import recovery
from data.backup import copy_whole, refuse_full_disk
from data.check import tampered_rounds
from data.database import Store
from data.errors import StoreError
from data.export import export
from data.os_errors import why
from data.register import seal_key
from data.restore import restore
from language import N_, Sentence

NO_SUMS = N_("No sums lie beside {file}, so that it can't be held against them.")
DIFFERENT = N_("What is exported from {file} once it is restored differs in {files}.")
NOT_TRIED = N_("{file} could not be restored for trial ({why}).")


def try_restore(backup: Path) -> None:
    """Restore a backup beside everything else, and hold it against its sums, every closed round against its
    checksum, and every exported file, the register's version and its secret against those of the backup
    itself. Nothing of it stays.

    Raises :class:`StoreError` where anything differs, or it can't be tried.
    """
    try:
        with TemporaryDirectory(prefix="oejenhoejde-") as folder:
            original, register = Path(folder) / "original.duckdb", Path(folder) / "register.duckdb"
            refuse_full_disk(backup, original, backup)
            outcome = restore(backup, register)
            if not outcome.is_compared:
                raise StoreError(Sentence(NO_SUMS, {"file": backup.name}))
            with recovery.connect(register) as connection:
                tampered = tampered_rounds(connection)
            if tampered:
                raise StoreError(tampered[0])
            copy_whole(backup, original)
            exports = [all_exports(each, each.with_suffix("")) for each in (original, register)]
    except (OSError, duckdb.Error) as problem:
        raise StoreError(Sentence(NOT_TRIED, {"file": backup.name, "why": why(problem)})) from problem
    if different := sorted(name for name in exports[0] if exports[0][name] != exports[1].get(name)):
        raise StoreError(Sentence(DIFFERENT, {"file": backup.name, "files": tuple(different)}))


def all_exports(register: Path, folder: Path) -> dict[str, bytes]:
    """Every file that a register gives out, written into a folder, and its secret and version beside them."""
    store = Store(register)
    try:
        export(store, folder)
        beside = {"secret": seal_key(store), "version": str(store.version).encode()}
    finally:
        store.close()
    return {path.name: path.read_bytes() for path in folder.iterdir()} | beside
