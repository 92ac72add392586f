"""A backup made, or restored for trial, by the running dashboard; what came of it is written down."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from data.backup_schedule import Schedule, backup_name
from data.backup_state import Trial, kept_backups, read_record, write_record
from data.errors import StoreError
from data.maintenance_process import MaintenanceStopped, run_apart
from data.os_errors import why
from language import N_, Sentence

LOG = logging.getLogger("oejenhoejde")
PATIENCE_SECONDS = 60.0
"""So long a backup waits for another one to end."""
UNDER_WAY = N_("A backup is being made or tried just now. Wait until it is done.")
NO_FOLDER = N_("The folder for the backups, {folder}, can't be made ({why}).")


def run_backup(
    register: Path, schedule: Schedule, now: datetime, stop: threading.Event | None = None
) -> Path:
    """Make a backup at a moment in UTC, and remove those that are too old; gives the new file. Raises
    :class:`StoreError` where it can't be made; then that is written down and in the log.
    """
    target = schedule.folder / backup_name(now)
    with one_at_a_time():
        record = read_record(schedule.folder)
        try:
            _make_folder(schedule.folder)
            answer = run_apart("backup", register.absolute(), target, now.isoformat(), stop=stop)
        except MaintenanceStopped:
            raise
        except StoreError as problem:
            LOG.error("%s", problem)
            write_record(
                schedule.folder,
                replace(record, since=record.since or now, last_try=now, failure=problem.sentence),
            )
            raise
        good = replace(
            record,
            since=record.since or now,
            last_good=target.name,
            last_good_at=now,
            last_try=now,
            failure=None,
        )
        write_record(schedule.folder, good)
    LOG.info("Made the backup %s with %s rows, removed %s.", target, answer["rows"], answer["removed"])
    return target


def run_trial(backup: Path, now: datetime, stop: threading.Event | None = None) -> None:
    """Restore a backup of the schedule for trial at a moment in UTC. Raises :class:`StoreError` where it
    would not bring back what it holds; then that is written down and in the log.
    """
    with one_at_a_time():
        problem: StoreError | None = None
        try:
            run_apart("try", backup, stop=stop)
        except MaintenanceStopped:
            raise
        except StoreError as refusal:
            problem = refusal
        _note_trial(backup, Trial(now, problem.sentence if problem else None))
    if problem:
        LOG.error("%s", problem)
        raise problem


def _note_trial(backup: Path, trial: Trial) -> None:
    record, names = read_record(backup.parent), {each.path.name for each in kept_backups(backup.parent)}
    trials = {file: each for file, each in record.trials.items() if file in names} | {backup.name: trial}
    last_good_trial = record.last_good_trial if trial.problem else trial.tried_at
    write_record(backup.parent, replace(record, trials=trials, last_good_trial=last_good_trial))


def _make_folder(folder: Path) -> None:
    """For whoever runs the program alone: what is in it is as confidential as the register."""
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True)
    except OSError as problem:
        raise StoreError(Sentence(NO_FOLDER, {"folder": str(folder), "why": why(problem)})) from problem


_ONE = threading.Lock()


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Nobody else makes or tries a backup here meanwhile. Raises :class:`StoreError` where somebody goes on
    with one for too long.
    """
    if not _ONE.acquire(timeout=PATIENCE_SECONDS):
        raise StoreError(Sentence(UNDER_WAY))
    try:
        yield
    finally:
        _ONE.release()
