"""When a backup is due, what it is called, and what the settings say."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.backup_schedule import (
    Schedule,
    backup_name,
    is_due,
    moment_of,
    next_backup_at,
    schedule_settings,
    slot_of,
)
from language import speak

NOON = datetime(2026, 11, 29, 12)
TONIGHT = datetime(2026, 11, 29, 1)
YEAR = timedelta(days=365)
HOUR = timedelta(hours=1)
DUE = {  # the last good one, since the last try of this run, whether one is due now, at noon
    "there never was one": (None, None, True),
    "the program begins, last night's is there": (TONIGHT, None, False),
    "the program begins, last night's was missed": (TONIGHT - HOUR, None, True),
    "made by hand since": (NOON - HOUR, None, False),
    "it failed ten minutes ago": (TONIGHT - HOUR, timedelta(minutes=10), False),
    "it failed half an hour ago": (TONIGHT - HOUR, timedelta(minutes=30), True),
    "the clock was put back by a minute": (NOON + timedelta(minutes=1), 11 * HOUR, False),
    "the clock was put back by a year": (NOON + YEAR, 11 * HOUR, True),
    "the same, and one was made since": (NOON, timedelta(0), False),
    "it jumps to and fro": (NOON + YEAR, timedelta(minutes=1), False),
    "a day has gone by though the clock was put back by four minutes again and again": (
        NOON + timedelta(minutes=4),
        24 * HOUR,
        True,
    ),
}


@pytest.mark.parametrize("case", DUE)
def test_when_a_backup_is_due(case: str) -> None:
    """Once since one o'clock UTC, whatever the clock does meanwhile, and never in a loop."""
    last_good_at, since_try, due = DUE[case]
    assert is_due(NOON, last_good_at, hours=24, since_try=since_try) is due


def test_backups_do_not_drift() -> None:
    """One that was late does not make the next one late; the grid is the same every day."""
    assert [slot_of(NOON, hours) for hours in (1, 6, 24)] == [NOON, datetime(2026, 11, 29, 7), TONIGHT]
    assert next_backup_at(NOON, TONIGHT + 3 * HOUR, 24) == TONIGHT + 24 * HOUR
    assert next_backup_at(NOON, TONIGHT - HOUR, 24) == NOON


def test_names_are_in_utc() -> None:
    """And only these names are those of backups on schedule."""
    name = "register-2026-11-29T0100Z.duckdb"
    assert backup_name(datetime(2026, 11, 29, 1, 0, 59)) == name
    names = (name, f"{name}.wal", "register-2026-13-29T0100Z.duckdb", "register.duckdb", f"a{name}")
    assert [moment_of(each) for each in names] == [TONIGHT, None, None, None, None]


def test_the_settings(tmp_path: Path) -> None:
    """A folder makes the schedule; hours that can't be used keep nobody from backups, and are told."""
    folder = {"OEJENHOEJDE_BACKUPS": str(tmp_path)}
    assert schedule_settings({}) is None
    assert schedule_settings(folder) == Schedule(tmp_path, 24)
    assert schedule_settings(folder | {"OEJENHOEJDE_BACKUP_HOURS": "6"}) == Schedule(tmp_path, 6)
    for hours in ("0", "six", "1.5", "745", "-1", "9" * 5000):
        wrong = schedule_settings(folder | {"OEJENHOEJDE_BACKUP_HOURS": hours})
        assert wrong and wrong.hours == 24 and wrong.problem
        assert f"not “{hours[:40]}”" in speak("en").say(wrong.problem)
