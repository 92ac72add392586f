"""kill -9 at random moments of an upgrade: the next opening finishes it, and its copy is whole."""

import random
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from data import migrations
from data.atomic_file import log_of
from data.database import Store
from tests.faults.test_kill import KILLS
from tests.faults.upgrader import LIGHT, steps_with

ROOT = Path(__file__).parents[2]
OLD = ROOT / "tests" / "legacy" / "v0.2.0" / "register.zip"
OLD_SCHEMA = 5
"""The schema of that register."""
STEPS = (
    LIGHT,
    "create table filler as select i, repeat('x', 200) || i as text from range(300_000) as t (i);",
    "alter table extra add column more varchar default upper('more');",
)


def upgrade_for(path: Path, steps: Path, seconds: float) -> int:
    """Upgrade in a process of its own, which is killed after so long; gives its exit status."""
    command = [sys.executable, "-m", "tests.faults.upgrader", str(path), str(steps)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "begun\n"
        time.sleep(seconds)
        process.kill()
    return process.returncode


def fault_after(path: Path, steps: Path, chance: random.Random) -> str:
    """Upgrade an old register, killed up to three times, then to the end; tells what is not as it was or
    should be, or nothing.
    """
    with zipfile.ZipFile(OLD) as packed:
        before = packed.read("register.duckdb")
    for each in (*path.parent.glob(f"{path.stem}.*"), log_of(path)):
        each.unlink(missing_ok=True)
    path.write_bytes(before)
    killed = [upgrade_for(path, steps, chance.uniform(0, 0.8)) for _ in range(chance.randint(1, 3))]
    store = Store(path)
    (row,) = store.rows(
        "select (select name from extra_days), (select more from extra), (select count(*) from filler),"
        " (select count(*) from errata), (select count(*) from schema_versions)"
    )
    store.close()
    expected = ("ONE", "MORE", 300_000, 1, migrations.newest())
    if row != expected or not is_first_copy_whole(path, before):
        return f"killed {killed}: {row}"
    return ""


def is_first_copy_whole(path: Path, before: bytes) -> bool:
    """Whether the copy from before the first missing step is the old register, or was let go for newer
    ones.
    """
    copies = [*path.parent.glob(f"{path.stem}.before-schema-*{path.suffix}")]
    first = path.with_name(f"{path.stem}.before-schema-{OLD_SCHEMA + 1}{path.suffix}")
    return first.read_bytes() == before if first in copies else len(copies) == migrations.COPIES_KEPT


def faults_after(path: Path, steps: Path, upgrades: int) -> list[str]:
    """What was wrong after so many upgrades."""
    chance = random.Random(20260101)
    return [fault for _ in range(upgrades) if (fault := fault_after(path, steps, chance))]


@pytest.mark.faults
def test_upgrades(own_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The long trial of make faults."""
    steps = steps_with(tmp_path / "steps", *STEPS)
    monkeypatch.setattr(migrations, "STEPS", steps)
    assert faults_after(own_register, steps, max(1, round(KILLS * 0.15))) == []
