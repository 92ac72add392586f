"""A backup put in the register's place: read through first, held against its sums, the register of today laid
aside.
"""

import itertools
import os
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data import recovery
from data.atomic_file import log_of, remove_register
from data.backup import BUSY, TRIES, copy_whole, put_in_place, refuse_full_disk, stamps
from data.errors import StoreError
from data.integrity import refuse_missing, schema_version
from data.os_errors import is_damage, why
from data.table_sums import Sums, other_tables, read_sums, table_sums
from language import N_, Sentence

ITSELF = N_("{file} is the register itself. Nothing was changed: name the backup to restore.")
BROKEN = N_("{file} is damaged or is no backup. The register was left as it is: choose an older backup.")
OTHER = N_(
    "{file} is not what was backed up: {tables} differ from the sums in {sums}. The register was left as it"
    " is: choose another backup, or remove {sums} if the backup was changed on purpose."
)
NOT_DONE = N_("The backup {file} could not be restored ({why}). The register was left as it is.")


@dataclass(frozen=True)
class Restored:
    """What was put in place: its tables' sums, whether they were held against those of the backup (None lay
    beside it), and where the register lies that was there before (None: there was none).
    """

    sums: Sums
    is_compared: bool
    set_aside: Path | None

    @property
    def rows(self) -> int:
        return sum(each.rows for each in self.sums.values())


def restore(backup: Path, register: Path) -> Restored:
    """Put a backup in the register's place, history, versions and secret included. The register that was
    there stays beside it under another name. A dashboard that runs takes the new one at the next page; what
    somebody saves in the same moment is refused there and not lost.

    Raises :class:`StoreError` where the backup is damaged, is not what its sums say, or can't be put there;
    then nothing was changed.
    """
    refuse_missing(backup)
    fresh = register.with_name(f".{register.name}.{os.getpid()}.new")
    aside = fresh.with_suffix(".aside")
    try:
        if register.exists() and register.samefile(backup):
            raise StoreError(Sentence(ITSELF, {"file": str(backup)}))
        register.parent.mkdir(parents=True, exist_ok=True)
        refuse_full_disk(backup, register, *([register] if register.exists() else []))
        copy_whole(backup, fresh)
        sums = _sums_of(fresh, backup)
        stored_sums = read_sums(backup)
        if stored_sums and (tables := other_tables(sums, stored_sums)):
            names = {"tables": ", ".join(tables), "sums": f"{backup.name}.sums.json"}
            raise StoreError(Sentence(OTHER, {"file": str(backup), **names}))
        set_aside = _take_the_place(fresh, register, aside)
    except (OSError, duckdb.Error) as problem:
        raise StoreError(Sentence(NOT_DONE, {"file": str(backup), "why": why(problem)})) from problem
    finally:
        remove_register(fresh)
        remove_register(aside)
    return Restored(sums, stored_sums is not None, set_aside)


def _sums_of(fresh: Path, backup: Path) -> Sums:
    """Of the copy, its log put into it and every record read."""
    try:
        with recovery.connect(fresh) as connection:
            connection.execute("checkpoint")
            schema_version(connection, backup, least=1)
            return table_sums(connection)
    except duckdb.Error as problem:
        if is_damage(problem) or isinstance(problem, duckdb.CatalogException):
            raise StoreError(Sentence(BROKEN, {"file": str(backup)})) from problem
        raise
    except StoreError as problem:
        if problem.sentence.values.get("file") == str(fresh):
            raise StoreError(Sentence(BROKEN, {"file": str(backup)})) from problem
        raise


def _take_the_place(fresh: Path, register: Path, aside: Path) -> Path | None:
    """Lay the register of today aside and put the new one there; gives the name of the former. What somebody
    saves between the two is looked for, and goes along.
    """
    name = _free_name(register)
    for _ in range(TRIES):
        before = stamps(register)
        if register.exists():
            _copy_as(register, aside, name)
        if stamps(register) == before:
            put_in_place(fresh, register)
            log_of(register).unlink(missing_ok=True)
            return name if name.exists() else None
    remove_register(name)
    raise StoreError(Sentence(BUSY, {"file": str(register)}))


def _free_name(register: Path) -> Path:
    paths = (
        register.with_name(f"{register.stem}.before-restore-{number}{register.suffix}")
        for number in itertools.count(1)
    )
    return next(path for path in paths if not path.exists() and not log_of(path).exists())


def _copy_as(register: Path, aside: Path, name: Path) -> None:
    """The register whole, its log beside it, under a name of its own."""
    copy_whole(register, aside)
    log_of(name).unlink(missing_ok=True)
    if log_of(aside).exists():
        log_of(aside).rename(log_of(name))
    put_in_place(aside, name)
