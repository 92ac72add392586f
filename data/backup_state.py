"""How the backups stand: the last good one, what failed, what was tried, what comes next.

What happened is written down beside the backups (``backups.json``): there it survives a restart, and also a
restore, which would put a register's own memory back to an earlier day.
"""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from data.backup_schedule import Schedule, moment_of, next_backup_at, schedule_settings
from data.sentence_json import sentence_as_dict, sentence_of_dict
from data.table_sums import read_sums
from language import N_, Sentence

FILE = "backups.json"
FAILED = N_("The last backup, tried {moment}, failed: {reason}")
OVERDUE = N_("There is no good backup since {moment}, though one is due every {hours} h.")
NOT_RESTORED = N_("The backup {file} was restored for trial, and that failed: {reason}")
LITTLE_ROOM = N_(
    "{folder} has room for {free} MB, and the next backup takes about {needed} MB: make room there."
)


@dataclass(frozen=True)
class Trial:
    """A backup that was restored for trial: when (UTC), and what was wrong with it (None: nothing)."""

    tried_at: datetime
    problem: Sentence | None = None


@dataclass(frozen=True)
class BackupRecord:
    """What is written down beside the backups. Moments are in UTC; ``since`` is when the schedule first ran,
    ``last_good`` the name of the last good backup by the order in which they were made.
    """

    since: datetime | None = None
    last_good: str = ""
    last_good_at: datetime | None = None
    last_try: datetime | None = None
    failure: Sentence | None = None
    trials: Mapping[str, Trial] = field(default_factory=dict)
    last_good_trial: datetime | None = None


@dataclass(frozen=True)
class KeptBackup:
    """A backup in the folder: when it was made (UTC), its bytes, its rows in all tables (None: no sums lie
    beside it), and the last time that it was restored for trial (None: never).
    """

    path: Path
    made_at: datetime
    size: int
    rows: int | None
    trial: Trial | None


@dataclass(frozen=True)
class BackupState:
    """How the backups stand. ``kept`` has the newest first, ``free`` counts the bytes that are free in the
    folder (None: it can't be told), ``problem`` is what somebody has to look after (None: nothing).
    """

    schedule: Schedule
    kept: tuple[KeptBackup, ...]
    last_good: KeptBackup | None
    last_try: datetime | None
    failure: Sentence | None
    next_at: datetime
    free: int | None
    last_good_trial: datetime | None
    problem: Sentence | None


def backup_state(schedule: Schedule, now: datetime) -> BackupState:
    """How the backups of a schedule stand at a moment in UTC."""
    record, kept = read_record(schedule.folder), kept_backups(schedule.folder)
    last_good = next((each for each in kept if each.path.name == record.last_good), None)
    state = BackupState(
        schedule,
        kept,
        last_good,
        record.last_try,
        record.failure,
        next_backup_at(now, record.last_good_at if last_good else None, schedule.hours),
        _free(schedule.folder),
        record.last_good_trial,
        None,
    )
    return replace(state, problem=_problem(state, record, now))


def schedule_problem(now: datetime, environment: Mapping[str, str] = os.environ) -> Sentence | None:
    """What is wrong with the backups on schedule at a moment in UTC, for health and page; None where nothing
    is, or none are set.
    """
    schedule = schedule_settings(environment)
    return backup_state(schedule, now).problem if schedule else None


def kept_backups(folder: Path) -> tuple[KeptBackup, ...]:
    """The backups of the schedule that lie in a folder, the newest first; none where it can't be read."""
    trials = read_record(folder).trials
    try:
        moments = {path: moment for path in folder.iterdir() if (moment := moment_of(path.name))}
        kept = [
            KeptBackup(path, moment, path.stat().st_size, _rows(path), trials.get(path.name))
            for path, moment in moments.items()
            if path.is_file()
        ]
    except OSError:
        return ()
    return tuple(sorted(kept, key=lambda each: each.made_at, reverse=True))


def read_record(folder: Path) -> BackupRecord:
    """What is written down in a folder; an empty record where nothing is, or what lies there can't be
    read.
    """
    if folder in _UNWRITTEN:
        return _UNWRITTEN[folder]
    try:
        return _of_dict(json.loads((folder / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return BackupRecord()


def write_record(folder: Path, record: BackupRecord) -> None:
    """Write it down. Where the folder can't be written, it is kept as long as the program runs: that nothing
    can be written there is what it has to tell.
    """
    text = json.dumps(_as_dict(record), indent=1, sort_keys=True, ensure_ascii=False)
    fresh = folder / f".{FILE}.{os.getpid()}.new"
    try:
        fresh.write_text(f"{text}\n", encoding="utf-8")
        fresh.replace(folder / FILE)
        _UNWRITTEN.pop(folder, None)
    except OSError:
        _UNWRITTEN[folder] = record


_UNWRITTEN: dict[Path, BackupRecord] = {}


def _problem(state: BackupState, record: BackupRecord, now: datetime) -> Sentence | None:
    """The first thing that somebody has to look after."""
    schedule = state.schedule
    if state.failure and state.last_try:
        return Sentence(FAILED, {"moment": state.last_try, "reason": state.failure})
    last = record.last_good_at or record.since
    if last and now - last > 2 * schedule.interval:
        return Sentence(OVERDUE, {"moment": last, "hours": schedule.hours})
    tried_at, file = max(
        ((trial.tried_at, file) for file, trial in record.trials.items()), default=(None, "")
    )
    if tried_at and (reason := record.trials[file].problem):
        return Sentence(NOT_RESTORED, {"file": file, "reason": reason})
    return _room(state) or schedule.problem


def _room(state: BackupState) -> Sentence | None:
    size = state.last_good.size if state.last_good else 0
    if state.free is None or state.free >= size:
        return None
    values = {
        "folder": str(state.schedule.folder),
        "free": state.free // 1_000_000,
        "needed": size // 1_000_000 + 1,
    }
    return Sentence(LITTLE_ROOM, values)


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _rows(path: Path) -> int | None:
    sums = read_sums(path)
    return None if sums is None else sum(each.rows for each in sums.values())


def _as_dict(record: BackupRecord) -> dict[str, Any]:
    return {
        "since": _text(record.since),
        "last_good": record.last_good,
        "last_good_at": _text(record.last_good_at),
        "last_try": _text(record.last_try),
        "failure": record.failure and sentence_as_dict(record.failure),
        "trials": {
            file: {
                "tried_at": _text(each.tried_at),
                "problem": each.problem and sentence_as_dict(each.problem),
            }
            for file, each in record.trials.items()
        },
        "last_good_trial": _text(record.last_good_trial),
    }


def _of_dict(content: Mapping[str, Any]) -> BackupRecord:
    return BackupRecord(
        _moment(content["since"]),
        str(content["last_good"]),
        _moment(content["last_good_at"]),
        _moment(content["last_try"]),
        _sentence(content["failure"]),
        {
            str(file): Trial(datetime.fromisoformat(each["tried_at"]), _sentence(each["problem"]))
            for file, each in content["trials"].items()
        },
        _moment(content["last_good_trial"]),
    )


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _sentence(content: Mapping[str, Any] | None) -> Sentence | None:
    return sentence_of_dict(content) if content else None
