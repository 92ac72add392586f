"""kill -9 at random moments: all that was acknowledged is there, nothing is half written."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from data import queries
from data.backup import back_up
from data.check import check
from data.database import Store
from data.restore import restore
from tests.faults.writer import PLACE, WORK, backup_of, save, version_in
from tests.support.registers import BODIES, ROUNDS, copy_with

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("KILLS", "200"))
"""In all; those of upgrades are in :mod:`tests.faults.test_kill_upgrade`."""
SHARES = {"saves": 0.3, "imports": 0.2, "closings": 0.15, "backups": 0.1, "restores": 0.1}


def acknowledged_until_killed(work: str, path: Path, seconds: float) -> int:
    """Let the writer work for so long after it has begun, kill it, and give the last number it acknowledged;
    0 where it got to none.
    """
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.writer", work, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None and writer.stdout.readline() == "begun\n"
    time.sleep(seconds)
    writer.send_signal(signal.SIGKILL)
    lines = writer.stdout.readlines()  # its log too, in JSON
    writer.wait()
    return max((int(line) for line in lines if line.endswith("\n") and not line.startswith("{")), default=0)


def saves(store: Store, acknowledged: int) -> str:
    """What is wrong with the assessment, or nothing."""
    stored = queries.assessments.of_body(store, *PLACE)
    if stored is None:
        return f"{acknowledged} is lost" if acknowledged else ""
    entries = queries.history.of_record(store, "assessments", "2022-2025/endterm:plan:1")
    number = stored.version
    if not acknowledged <= number:
        return f"{acknowledged} was acknowledged, {number} is stored"
    texts = stored.justification, stored.themes, len(entries)
    expected = f"Gemt som nummer {number}.", (f"tema {number}",), number
    return "" if texts == expected else f"version {number} is torn: {texts}"


def imports(store: Store, acknowledged: int) -> str:
    """What is wrong with the imports: each brings three consultations, and is undone as a whole."""
    records = queries.imports.newest_first(store)
    titles = queries.consultations.titles(store)
    if len(records) < acknowledged:
        return f"{acknowledged} was acknowledged, {len(records)} are stored"
    return "" if len(titles) == 3 * len(records) else f"{len(records)} imports, {len(titles)} consultations"


def closings(store: Store, acknowledged: int) -> str:
    """What is wrong with the closed rounds: each is frozen, and no other is."""
    frozen = {key for (key,) in store.rows("select round from closings")}
    closed = {each.key for each in queries.rounds.oldest_first(store) if each.status == "closed"}
    if frozen != closed:
        return f"closed {closed ^ frozen} without the other half"
    return "" if len(frozen) >= acknowledged else f"{acknowledged} was acknowledged, {len(frozen)} are closed"


def backups(store: Store, acknowledged: int) -> str:
    """What is wrong with the register, or with the backup that lies beside it: one that can't be restored."""
    backup = backup_of(store.path)
    if not backup.exists():
        return f"no backup of {acknowledged}" if acknowledged else ""
    elsewhere = store.path.with_name("elsewhere.duckdb")
    restore(backup, elsewhere)
    other = Store(elsewhere)
    number = version_in(other)
    other.close()
    return saves(store, acknowledged) or (
        "" if number >= acknowledged else f"{acknowledged} is not in the backup"
    )


def restores(store: Store, _: int) -> str:
    """What is wrong with a register that a backup was put over: it is that, or the one before, whole."""
    number = version_in(store)
    return saves(store, number) if number in (1, 2) else f"version {number} is neither"


LOOK: dict[str, Callable[[Store, int], str]] = {
    each.__name__: each for each in (saves, imports, closings, backups, restores)
}


def faults_after(work: str, path: Path, kills: int) -> list[str]:
    """Kill the writer so many times, look at the register after each, and tell what was lost or torn."""
    faults = []
    copy_with(path, {"rounds": ROUNDS, "bodies": BODIES})
    if work == "restores":
        store = Store(path)
        save(store)
        store.close()
        back_up(path, backup_of(path))
    chance = random.Random(20260101)
    for _ in range(kills):
        acknowledged = acknowledged_until_killed(work, path, chance.uniform(0, 2.5))
        store = Store(path)
        fault = LOOK[work](store, acknowledged)
        store.close()
        faults += [fault] if fault else []
    faults += [str(problem) for problem in check(path).problems]
    return faults


def test_three_kills(own_register: Path) -> None:
    """The short trial that every test run makes."""
    assert faults_after("saves", own_register, 3) == []


@pytest.mark.faults
@pytest.mark.parametrize("work", WORK)
def test_many_kills(own_register: Path, work: str) -> None:
    """The long trial of make faults."""
    assert faults_after(work, own_register, max(1, round(KILLS * SHARES[work]))) == []
