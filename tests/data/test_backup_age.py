"""Which backups are kept, by their age; and that nothing else is ever removed."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.backup import back_up
from data.backup_age import remove_aged, to_remove
from data.backup_schedule import backup_name
from data.register import create_empty
from data.table_sums import sums_file
from tests.support.registers import new_empty

NOW = datetime(2026, 11, 29, 12)  # a Sunday


def at(*days: str) -> set[datetime]:
    """Moments at one o'clock of these days, written as month and day of 2026, or whole."""
    return {datetime.fromisoformat(f"{day if len(day) > 5 else f'2026-{day}'}T01:00") for day in days}


KEPT = {  # what there is, and what goes
    "nothing": (set(), set()),
    "seven days": (at("11-23", "11-24", "11-25", "11-26", "11-27", "11-28", "11-29"), set()),
    "the eighth, of the same week as others": (
        at("11-16", "11-17", "11-24", "11-25", "11-26", "11-27", "11-28", "11-29") | at("11-23"),
        at("11-16"),
    ),
    "the last of each of five weeks, then of each month": (
        at("11-23", "11-24", "11-25", "11-26", "11-27", "11-28", "11-29")
        | at("11-22", "11-15", "11-14", "11-08", "11-01", "10-31", "10-25", "10-24"),
        at("11-14", "10-25", "10-24"),
    ),
    "twelve months": (
        at("2025-11-30", "2025-12-31", "01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31")
        | at("08-31", "09-30", "10-31", "11-29"),
        at("2025-11-30"),
    ),
    "none for a long summer: those of before stay": (
        at("2024-05-01", "2024-05-02", "2024-05-03", "11-29"),
        set(),
    ),
    "from a clock that was ahead": (at("2031-01-01", "2031-01-02", "11-29"), set()),
}


@pytest.mark.parametrize("case", KEPT)
def test_what_goes(case: str) -> None:
    """All of seven days, one a week for five weeks, one a month for twelve months."""
    there, gone = KEPT[case]
    assert to_remove(there, NOW) == gone


def test_several_a_day_are_all_kept_for_seven_days() -> None:
    """Then the last one of the week."""
    first = datetime(2026, 11, 1)
    there = {first + timedelta(hours=6 * number) for number in range(29 * 4)}
    kept = there - to_remove(there, NOW)
    assert {each for each in kept if each.day >= 23} == {each for each in there if each.day >= 23}
    assert {each for each in kept if each.day < 23} == {datetime(2026, 11, day, 18) for day in (1, 8, 15, 22)}


def test_only_own_backups_of_this_register_go(own_register: Path, tmp_path: Path) -> None:
    """Neither another register's, nor what is damaged, has another name or is the newest good one."""
    folder = tmp_path / "backups"
    new_empty(own_register).close()
    days = [datetime(2026, 1, 1 + number) for number in range(12)]
    back_up(own_register, folder / backup_name(days[0]))
    for day in days[1:]:
        shutil.copy(folder / backup_name(days[0]), folder / backup_name(day))
    (folder / backup_name(days[1])).write_text("no register")
    (folder / backup_name(days[2])).unlink()
    create_empty(folder / backup_name(days[2])).close()
    (folder / "register-2026-01-01.duckdb").write_text("mine")
    newest = folder / backup_name(days[0])
    assert remove_aged(folder, newest, NOW) == [backup_name(days[4])]
    (folder / backup_name(days[1])).unlink()
    shutil.copy(newest, folder / backup_name(days[1]))
    assert remove_aged(folder, folder / backup_name(days[-1]), NOW) == [
        backup_name(days[0]),
        backup_name(days[1]),
    ]
    assert not sums_file(newest).exists()
    assert (folder / "register-2026-01-01.duckdb").read_text() == "mine"
    assert (folder / backup_name(days[2])).exists()
