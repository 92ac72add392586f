"""The thread that makes backups by itself, whatever the clock does."""

import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.audit import Action, AuditEvent, Outcome
from data.backup_schedule import Schedule, backup_name
from data.backup_state import BackupRecord, backup_state, kept_backups, write_record
from data.database import Store
from pages.server.backup_thread import BackupThread, backups_on_schedule
from tests.support.registers import new_empty
from tests.support.waiting import wait_until

NIGHT = datetime(2026, 11, 29, 1)


class Clocks:
    """A clock on the wall, and one that nobody sets."""

    def __init__(self, wall: datetime) -> None:
        self.wall, self.seconds = wall, 0.0

    def now(self) -> datetime:
        """By the wall."""
        return self.wall

    def steady(self) -> float:
        """By the other one."""
        return self.seconds

    def go_on(self, hours: float) -> None:
        """Both."""
        self.wall += timedelta(hours=hours)
        self.seconds += 3600 * hours


def names(folder: Path) -> list[str]:
    """The moments in the names of the backups, oldest first."""
    return [each.path.name[9:24] for each in reversed(kept_backups(folder))]


def test_a_clock_set_back_neither_stops_it_nor_makes_it_run_on(empty: Store, tmp_path: Path) -> None:
    """One backup is there when the clock is put back by a year: one more is made, and one when it is right
    again a day later; asked again and again, no more.
    """
    clocks, schedule = Clocks(NIGHT + timedelta(hours=1)), Schedule(tmp_path / "backups")
    schedule.folder.mkdir()
    first = schedule.folder / backup_name(clocks.wall)
    first.write_text("a backup")
    write_record(schedule.folder, BackupRecord(last_good=first.name, last_good_at=clocks.wall))
    events: list[AuditEvent] = []
    thread = BackupThread(schedule, events.append, clock=clocks.now, steady=clocks.steady)
    outcomes = []
    for hours, jump in ((1, 0), (1, -365), (0.2, 0), (20, 0), (3, 365), (0.2, -365), (0.1, 365), (0.5, 0)):
        clocks.go_on(hours)
        clocks.wall += timedelta(days=jump)
        outcomes.append([thread.back_up_if_due(), thread.back_up_if_due()])
    assert [each[0] for each in outcomes] == [False, True, False, False, True, False, False, False]
    assert not any(each[1] for each in outcomes)
    assert names(schedule.folder) == ["2025-11-29T0400", "2026-11-29T0200", "2026-11-30T0312"]
    made = [each.subject for each in events if each.action is Action.BACKUP]
    assert made == ["register-2025-11-29T0400Z.duckdb", "register-2026-11-30T0312Z.duckdb"]


def test_the_program_makes_one_that_was_missed_and_ends_cleanly(
    own_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Restored for trial at once; without a folder there is no thread."""
    new_empty(own_register).close()
    events: list[AuditEvent] = []
    with backups_on_schedule(events.append):
        assert not (tmp_path / "backups").exists()
    monkeypatch.setenv("OEJENHOEJDE_BACKUPS", str(tmp_path / "backups"))
    schedule = Schedule(tmp_path / "backups")
    with backups_on_schedule(events.append):
        wait_until(lambda: backup_state(schedule, NIGHT).last_good_trial is not None)
    assert len(names(schedule.folder)) == 1
    assert not [each for each in threading.enumerate() if each.name == "backups"]
    assert [(each.action, each.person, each.outcome) for each in events] == [
        (Action.BACKUP, "", Outcome.DONE),
        (Action.CHECK, "", Outcome.DONE),
    ]


def test_a_backup_that_fails_is_an_event_too(empty: Store, tmp_path: Path) -> None:
    """By nobody, with the name that it would have had; nothing is tried of it."""
    (tmp_path / "backups").write_text("no folder")
    events: list[AuditEvent] = []
    thread = BackupThread(Schedule(tmp_path / "backups"), events.append, clock=lambda: NIGHT)
    assert thread.back_up_if_due()
    assert events == [AuditEvent(Action.BACKUP, "", subject=backup_name(NIGHT), outcome=Outcome.FAILED)]
