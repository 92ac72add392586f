"""A copy of the register in one file, also while the dashboard has it open."""

import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from data import recovery
from data.atomic_file import log_of, remove_register
from data.errors import StoreError
from data.integrity import DAMAGED, refuse_missing, schema_version
from data.os_errors import is_damage, why
from data.table_sums import Sums, forget_sums, table_sums, write_sums
from language import N_, Sentence

TRIES = 50
"""So often the copying begins anew while somebody saves."""

ITSELF = N_("{file} is the register itself. Nothing was written: choose another name for the backup.")
FOREIGN = N_(
    "{file} is there already and is no backup of this register. Nothing was written: choose another name, or"
    " move it away."
)
STRAY = N_(
    "Beside {file} lies {log}, a log of unsaved records. Nothing was written: move it away, or choose another"
    " name."
)
BUSY = N_("The register {file} is being written all the time. Nothing was changed: try again a little later.")
NO_ROOM = N_(
    "There is no room for the backup {file}: it takes {needed} MB, and {free} MB are free. Nothing was"
    " written: make room, or choose another folder."
)
NOT_MADE = N_(
    "The backup {file} can't be made ({why}). What was there before is still there: check the folder and the"
    " disk, and try again."
)


@dataclass(frozen=True)
class Backup:
    """What a backup holds: when its newest record was saved (UTC; None: nothing ever was), and every table's
    sum, which lie in a file beside it.
    """

    newest: datetime | None
    sums: Sums

    @property
    def rows(self) -> int:
        return sum(each.rows for each in self.sums.values())


def back_up(register: Path, target: Path) -> Backup:
    """Write all that is stored into ``target``, at once and once it was read through. An earlier backup of
    the same register is replaced.

    Raises :class:`StoreError` where the register is missing or damaged, where something else has that name,
    or it can't be written; then nothing was changed. Never for a register that this same process has open: it
    would lose its lock.
    """
    refuse_missing(register)
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        _refuse_itself(register, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        refuse_full_disk(register, target)
        copy_whole(register, fresh)
        secret, backup = _checked(fresh, register)
        if target.exists() and secret_of(target) != secret:
            raise StoreError(Sentence(FOREIGN, {"file": str(target)}))
        forget_sums(target)  # a kill before the new ones are there leaves none rather than wrong ones
        put_in_place(fresh, target)
        write_sums(target, backup.sums)
    except (OSError, duckdb.Error) as problem:
        raise StoreError(Sentence(NOT_MADE, {"file": str(target), "why": why(problem)})) from problem
    finally:
        remove_register(fresh)
    return backup


def refuse_full_disk(register: Path, target: Path, *others: Path) -> None:
    """Raises :class:`StoreError` where the folder of ``target`` has no room for a copy of a register, and of
    ``others`` that are to be copied there too.
    """
    needed = sum(map(_size, (register, *others)))
    free = shutil.disk_usage(target.parent).free
    if free < needed:
        values = {"file": str(target), "needed": needed // 1_000_000 + 1, "free": free // 1_000_000}
        raise StoreError(Sentence(NO_ROOM, values))


def _size(register: Path) -> int:
    """The bytes of a register with its log."""
    return register.stat().st_size + (log_of(register).stat().st_size if log_of(register).exists() else 0)


def _refuse_itself(register: Path, target: Path) -> None:
    if target.exists() and target.samefile(register):
        raise StoreError(Sentence(ITSELF, {"file": str(target)}))
    if target.is_dir() or target.is_symlink():
        raise StoreError(Sentence(FOREIGN, {"file": str(target)}))
    if log_of(target).exists():
        raise StoreError(Sentence(STRAY, {"file": str(target), "log": log_of(target).name}))


def copy_whole(register: Path, fresh: Path) -> None:
    """The file and its log as they are at one moment: if either changes meanwhile, both are copied again.
    Raises :class:`StoreError` where they change all the time.
    """
    for _ in range(TRIES):
        before = stamps(register)
        try:
            shutil.copyfile(register, fresh)
            log_of(fresh).unlink(missing_ok=True)
            if before[1] is not None:
                shutil.copyfile(log_of(register), log_of(fresh))
        except FileNotFoundError:
            if not register.exists():
                raise
            continue  # the log has just gone into the file
        if stamps(register) == before:
            return
    raise StoreError(Sentence(BUSY, {"file": str(register)}))


def stamps(register: Path) -> list[tuple[int, int, int] | None]:
    """Which file, how long and when changed, of the register and of its log; None where there is none. While
    they are the same, nobody has saved.
    """
    both: list[tuple[int, int, int] | None] = []
    for path in (register, log_of(register)):
        try:
            now = path.stat()
            both.append((now.st_ino, now.st_size, now.st_mtime_ns))
        except FileNotFoundError:
            both.append(None)
    return both


def _checked(fresh: Path, register: Path) -> tuple[str, Backup]:
    """The copy with its log put into it and every record read; gives the register's secret and what the copy
    holds.
    """
    try:
        with recovery.connect(fresh) as connection:
            connection.execute("checkpoint")
            schema_version(connection, fresh, least=1)
            sums = table_sums(connection)
            row = connection.execute(
                "select (select secret from seals), (select max(happened_at) from history)"
            ).fetchone()
    except StoreError as problem:
        raise StoreError(Sentence(DAMAGED, {"file": str(register)})) from problem
    except duckdb.Error as problem:
        if is_damage(problem) or isinstance(problem, duckdb.CatalogException):
            raise StoreError(Sentence(DAMAGED, {"file": str(register)})) from problem
        raise
    assert row is not None
    return str(row[0]), Backup(row[1], sums)


def secret_of(target: Path) -> str | None:
    """The secret of a register that is there; None where it is none."""
    try:
        with recovery.connect(target, {"access_mode": "READ_ONLY"}) as connection:
            row = connection.execute("select secret from seals").fetchone()
    except (StoreError, duckdb.Error):
        return None
    return str(row[0]) if row else None


def put_in_place(fresh: Path, target: Path) -> None:
    """Give a file that is whole on the disk the name of another."""
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    fresh.replace(target)
