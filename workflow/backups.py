"""Backups from the screen: made, restored for trial, fetched, and put in the register's place. All of it is
done by a child process, so that the register that is open keeps its lock.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from data.audit import Action, AuditEvent, record
from data.backup_contents import BackupContents
from data.backup_runs import run_backup, run_trial
from data.backup_schedule import FOLDER, Schedule, backup_name, moment_of, schedule_settings
from data.database import Store
from data.errors import CommandRefused, StoreError
from data.lost_changes import LostChanges, is_same_register, lost_since
from data.maintenance_process import run_apart
from data.os_errors import why
from data.sentence_json import sentence_of_dict
from data.table_sums import TableSum
from language import N_, Sentence
from workflow.permission import Right, command
from workflow.person import Person

NO_SCHEDULE = N_("No folder for backups is set. IT operations set {setting}; nothing was made.")
GONE = N_("The backup {file} is not there any more. Nothing was changed: choose another one.")
NO_TEMPORARY = N_("There is no room on this machine to work with the backup ({why}). Nothing was changed.")


@dataclass(frozen=True)
class BackupFile:
    """A backup to look at or restore: one that is kept, by its name, or one that was uploaded, with its
    ``content``.
    """

    name: str
    content: bytes | None = None


@dataclass(frozen=True)
class BackupOutline:
    """What a backup holds, and which changes a restore would lose (None: it is of another register, and all
    would be).
    """

    contents: BackupContents
    lost: LostChanges | None


@dataclass(frozen=True)
class RegisterReport:
    """What a check of the register at a moment in UTC came to: every table's sum, and what is wrong."""

    checked_at: datetime
    sums: Mapping[str, TableSum]
    problems: tuple[Sentence, ...]


@dataclass(frozen=True)
class RestoredBackup:
    """What was put in place: its rows, whether they were held against sums that lay beside the backup, and
    the name of the register that was laid aside.
    """

    rows: int
    is_compared: bool
    set_aside: str


@command(Right.ADMINISTER, is_event=False)
def make_backup(store: Store, person: Person, *, at: datetime) -> str:
    """Back the register up into the folder of the schedule now, at a moment in UTC; gives the file's name.
    Raises :class:`data.errors.CommandRefused` where no folder is set, :class:`data.errors.StoreError` where
    it can't be made.
    """
    name = run_backup(store.path, _schedule(), at).name
    _record(store, person, Action.BACKUP, name)
    return name


@command(Right.ADMINISTER, is_event=False)
def try_backup(store: Store, person: Person, name: str, *, at: datetime) -> None:
    """Restore a kept backup for trial. Raises :class:`data.errors.StoreError` where it would not bring back
    what it holds.
    """
    run_trial(_kept(name), at)
    _record(store, person, Action.CHECK, name)


@command(Right.ADMINISTER, is_event=False)
def fetch_backup(store: Store, person: Person, *, at: datetime) -> bytes:
    """A backup that is made and checked for it at a moment in UTC, to be carried away; nothing of it stays
    here. Raises :class:`data.errors.StoreError`.
    """
    with _temporary_folder() as folder:
        target = folder / backup_name(at)
        run_apart("backup", store.path.absolute(), target, at.isoformat())
        content = target.read_bytes()
    _record(store, person, Action.BACKUP_DOWNLOAD, target.name)
    return content


@command(Right.ADMINISTER, is_event=False)
def check_register(store: Store, person: Person, *, at: datetime) -> RegisterReport:
    """Read every record of a copy of the register, and look at every rule. Raises
    :class:`data.errors.StoreError` where it is damaged.
    """
    answer = run_apart("check", store.path.absolute())
    _record(store, person, Action.CHECK, store.path.name)
    sums = {name: TableSum(**values) for name, values in answer["sums"].items()}
    return RegisterReport(at, sums, tuple(map(sentence_of_dict, answer["problems"])))


@command(Right.ADMINISTER, is_event=False)
def outline_backup(store: Store, person: Person, file: BackupFile) -> BackupOutline:
    """What a backup holds, and what a restore of it would lose. Raises :class:`data.errors.StoreError` where
    it is none, :class:`data.errors.CommandRefused` where it is gone.
    """
    with _on_disk(file) as path:
        answer = run_apart("describe", path)
    newest = answer.pop("newest")
    contents = BackupContents(newest=datetime.fromisoformat(newest) if newest else None, **answer)
    return BackupOutline(contents, lost_since(store, contents) if is_same_register(store, contents) else None)


@command(Right.ADMINISTER, is_event=False)
def restore_backup(store: Store, person: Person, file: BackupFile) -> RestoredBackup:
    """Put a backup in the register's place; the register of today is laid aside beside it. Nobody saves
    meanwhile, and afterwards this store is superseded: whoever goes on opens the register anew.

    Raises :class:`data.errors.StoreError` where the backup is damaged or not what its sums say,
    :class:`data.errors.CommandRefused` where it is gone; then nothing was changed.
    """
    with _on_disk(file) as path, store.alone():
        store.put_log_into_file()
        return RestoredBackup(**run_apart("restore", path, store.path.absolute()))


@command(Right.ADMINISTER, is_event=False)
def record_restore(store: Store, person: Person, file: BackupFile, outcome: RestoredBackup) -> None:
    """Keep in the register that was put in place that it was, and by whom: it knows nothing of its own
    restore.
    """
    _record(store, person, Action.RESTORE, file.name, outcome.set_aside)


def _record(store: Store, person: Person, action: Action, subject: str, note: str = "") -> None:
    record(store, AuditEvent(action, person.name, person.roles, subject, note=note))


def _schedule() -> Schedule:
    schedule = schedule_settings()
    if schedule is None:
        raise CommandRefused(Sentence(NO_SCHEDULE, {"setting": FOLDER}))
    return schedule


def _kept(name: str) -> Path:
    """The path of a kept backup; only names of the schedule's own are looked up."""
    path = _schedule().folder / name
    if moment_of(name) is None or not path.is_file():
        raise CommandRefused(Sentence(GONE, {"file": name}))
    return path


@contextmanager
def _on_disk(file: BackupFile) -> Iterator[Path]:
    """Where a backup lies; an uploaded one as long as it is worked with."""
    if file.content is None:
        yield _kept(file.name)
        return
    with _temporary_folder() as folder:
        path = folder / "backup.duckdb"
        try:
            path.write_bytes(file.content)
        except OSError as problem:
            raise StoreError(Sentence(NO_TEMPORARY, {"why": why(problem)})) from problem
        yield path


@contextmanager
def _temporary_folder() -> Iterator[Path]:
    """A folder for whoever runs the program alone, gone afterwards."""
    try:
        folder = TemporaryDirectory(prefix="oejenhoejde-")
    except OSError as problem:
        raise StoreError(Sentence(NO_TEMPORARY, {"why": why(problem)})) from problem
    with folder as name:
        yield Path(name)
