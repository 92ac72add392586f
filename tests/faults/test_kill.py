"""kill -9 at random moments: every acknowledged save is there, nothing is half written."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data import queries
from data.database import Store
from data.register import create_empty
from tests.faults.writer import PLACE
from tests.support.registers import BODIES, ROUNDS, take_all

ROOT = Path(__file__).parents[2]


def acknowledged_until_killed(path: Path, seconds: float) -> int:
    """Let the writer save for so long after its first save, kill it, and give the last version it
    acknowledged.
    """
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.writer", str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    lines = [writer.stdout.readline()]
    time.sleep(seconds)
    writer.send_signal(signal.SIGKILL)
    lines += writer.stdout.readlines()
    writer.wait()
    return max(int(line) for line in lines if line.endswith("\n"))


def faults_after(path: Path, kills: int) -> list[str]:
    """Kill the writer so many times, look at the register after each, and tell what was lost or torn."""
    faults = []
    store = create_empty(path)
    take_all(store, {"rounds": ROUNDS, "bodies": BODIES})
    store.close()
    chance = random.Random(20260101)
    for _ in range(kills):
        acknowledged = acknowledged_until_killed(path, chance.uniform(0, 0.4))
        store = Store(path)
        found = queries.assessments.of_body(store, *PLACE)
        entries = queries.history.of_record(store, "assessments", "2022-2025/endterm:plan:1")
        store.close()
        if found is None or found.version not in (acknowledged, acknowledged + 1):
            faults.append(f"{acknowledged} was acknowledged, {found and found.version} is stored")
        elif (found.justification, found.themes) != (
            f"Gemt som nummer {found.version}.",
            (f"tema {found.version}",),
        ):
            faults.append(f"version {found.version} is torn: {found.justification}, {found.themes}")
        elif len(entries) != found.version:
            faults.append(f"version {found.version} has {len(entries)} lines of history")
    return faults


def test_three_kills(own_register: Path) -> None:
    """The short trial that every test run makes."""
    assert faults_after(own_register, 3) == []


@pytest.mark.faults
def test_fifty_kills(own_register: Path) -> None:
    """The long trial of make faults."""
    assert faults_after(own_register, 50) == []
