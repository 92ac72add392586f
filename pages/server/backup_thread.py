"""The thread that makes backups by itself while the dashboard runs."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta

from data.audit import Action, AuditEvent, Outcome
from data.backup_runs import run_backup, run_trial
from data.backup_schedule import Schedule, backup_name, is_due, schedule_settings
from data.backup_state import read_record
from data.clock import utc_now
from data.errors import StoreError
from data.maintenance_process import MaintenanceStopped
from data.register import database_path

POLL_SECONDS = 30.0
"""So often it looks at the clock; a clock that is set meanwhile is seen."""
END_SECONDS = 10.0

Keep = Callable[[AuditEvent], object]


@contextmanager
def backups_on_schedule(keep: Keep) -> Iterator[None]:
    """While the program runs, backups are made where a folder for them is set; ``keep`` gets an event for
    each that was made, or couldn't be.
    """
    schedule = schedule_settings()
    thread = BackupThread(schedule, keep) if schedule else None
    if thread:
        thread.start()
    try:
        yield
    finally:
        if thread:
            thread.stop()


class BackupThread:
    """Makes a backup whenever one is due, restores it for trial, and lets ``keep`` keep an event of either;
    ``clock`` gives the moment in UTC, ``steady`` seconds by a clock that nobody sets.
    """

    def __init__(
        self,
        schedule: Schedule,
        keep: Keep,
        *,
        clock: Callable[[], datetime] = utc_now,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._schedule, self._keep, self._clock, self._steady = schedule, keep, clock, steady
        self._last_try: float | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="backups", daemon=True)

    def start(self) -> None:
        """Begin; a backup that was missed is made at once."""
        self._thread.start()

    def stop(self) -> None:
        """End, and what is under way with it."""
        self._stop.set()
        self._thread.join(END_SECONDS)

    def back_up_if_due(self) -> bool:
        """Make a backup and restore it for trial where one is due; gives whether one was. What fails is
        written down and in the log.
        """
        since_try = None if self._last_try is None else timedelta(seconds=self._steady() - self._last_try)
        now, record = self._clock(), read_record(self._schedule.folder)
        is_there = (self._schedule.folder / record.last_good).is_file()
        last_good_at = record.last_good_at if is_there else None
        if not is_due(now, last_good_at, hours=self._schedule.hours, since_try=since_try):
            return False
        self._last_try = self._steady()
        with suppress(StoreError):  # it is written down, and the next one comes
            with self._event_of(Action.BACKUP, backup_name(now)):
                backup = run_backup(database_path(), self._schedule, now, self._stop)
            with self._event_of(Action.CHECK, backup.name):
                run_trial(backup, self._clock(), self._stop)
        return True

    @contextmanager
    def _event_of(self, action: Action, name: str) -> Iterator[None]:
        """Nobody did it, so the event names no person. The end of the program is no failure."""
        event = AuditEvent(action, "", subject=name)
        try:
            yield
        except MaintenanceStopped:
            raise
        except StoreError:
            self._keep(replace(event, outcome=Outcome.FAILED))
            raise
        self._keep(event)

    def _run(self) -> None:
        self.back_up_if_due()
        while not self._stop.wait(POLL_SECONDS):
            self.back_up_if_due()
