"""A copy of the register in one file: whole, checked, and never over anything else."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from data.atomic_file import log_of
from data.backup import back_up
from data.checkpoint_timer import CheckpointTimer
from data.database import Store
from data.errors import StoreError
from data.register import create_empty
from data.restore import restore
from tests.support.registers import BODIES, new_empty, take_all
from tests.support.waiting import wait_until

ROOT = Path(__file__).parents[2]


def names_in(path: Path) -> list[str]:
    """The names of all bodies in a register."""
    with duckdb.connect(str(path), read_only=True) as reader:
        return [name for (name,) in reader.execute("select name from bodies order by name").fetchall()]


def test_the_file_alone_is_whole_soon_after_a_write(empty: Store) -> None:
    """Nobody has to stop the program for it, and the next save is one into the same register still."""
    take_all(empty, {"bodies": BODIES[:1]})
    wait_until(lambda: not log_of(empty.path).exists())
    take_all(empty, {"bodies": BODIES[1:]})
    empty.put_log_into_file()
    assert not log_of(empty.path).exists()
    empty.close()
    assert names_in(empty.path) == ["Center for By", "Planudvalget"]


def test_a_store_that_is_gone_is_left_alone() -> None:
    """The timer keeps no store alive, and calls one once however often it was started."""

    class Counter:
        calls = 0

        def call(self) -> None:
            self.calls += 1

    counter, gone = Counter(), Counter()
    timers = [CheckpointTimer(each.call, 0.01) for each in (counter, gone)]
    del gone
    for timer in (*timers, timers[0]):
        timer.start()
    wait_until(lambda: counter.calls > 0)
    assert counter.calls in (1, 2)


def test_a_backup_holds_what_is_still_in_the_log(empty: Store, tmp_path: Path) -> None:
    """Made by the command while another program has the register open, and replaced by a later one."""
    target = tmp_path / "backups" / "register.duckdb"
    for number in (1, 2):
        take_all(empty, {"bodies": BODIES[:number]})
        process = subprocess.run(
            [sys.executable, "-m", "data", "backup", str(target)], cwd=ROOT, capture_output=True, text=True
        )
        assert (process.returncode, process.stderr) == (0, "")
        assert process.stdout.startswith(f"Wrote {target}, checked: it holds everything saved until ")
        assert names_in(target) == sorted(body["name"] for body in BODIES[:number])
    assert sorted(path.name for path in target.parent.iterdir()) == [
        "register.duckdb",
        "register.duckdb.sums.json",
    ]
    Store(target).close()


def somebody_elses_file(register: Path, target: Path) -> None:
    """A text."""
    target.write_text("mine")


def another_register(register: Path, target: Path) -> None:
    """One with a secret of its own."""
    create_empty(target).close()


def the_register(register: Path, target: Path) -> None:
    """By a second name."""
    target.hardlink_to(register)


def a_folder(register: Path, target: Path) -> None:
    """Of that name."""
    target.mkdir()


def a_stray_log(register: Path, target: Path) -> None:
    """Of a backup that was moved away."""
    log_of(target).write_text("records")


@pytest.mark.parametrize(
    ("lay", "sentence"),
    [
        (somebody_elses_file, "is no backup of this register"),
        (another_register, "is no backup of this register"),
        (the_register, "is the register itself"),
        (a_folder, "is no backup of this register"),
        (a_stray_log, "a log of unsaved records"),
    ],
)
def test_a_backup_is_written_over_nothing_else(
    own_register: Path, tmp_path: Path, lay: Callable[[Path, Path], None], sentence: str
) -> None:
    """What is there stays to the byte, and nothing is left beside it."""
    new_empty(own_register).close()
    folder = tmp_path / "backups"
    folder.mkdir()
    target = folder / "backup.duckdb"
    lay(own_register, target)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(StoreError, match=sentence):
        back_up(own_register, target)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_damaged_register_makes_no_backup(own_register: Path, tmp_path: Path) -> None:
    """The earlier backup stays."""
    new_empty(own_register).close()
    target = tmp_path / "backup.duckdb"
    newest = back_up(own_register, target).newest
    assert newest is not None and abs((datetime.now(UTC).replace(tzinfo=None) - newest).days) < 1
    before = target.read_bytes()
    raw = own_register.read_bytes()
    own_register.write_bytes(raw[: len(raw) // 3])
    with pytest.raises(StoreError, match="is damaged"):
        back_up(own_register, target)
    assert target.read_bytes() == before
    own_register.unlink()
    with pytest.raises(StoreError, match="There is no register"):
        back_up(own_register, target)


def test_a_backup_that_ends_before_its_sums_can_be_restored(
    own_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sums of the one that it replaced are not left beside it: they would say that it is another."""
    target = tmp_path / "backup.duckdb"
    new_empty(own_register).close()
    back_up(own_register, target)
    store = Store(own_register)
    take_all(store, {"bodies": BODIES})
    store.close()

    def kill(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("data.backup.write_sums", kill)
    with pytest.raises(KeyboardInterrupt):
        back_up(own_register, target)
    restored = restore(target, tmp_path / "elsewhere.duckdb")
    assert (restored.is_compared, names_in(tmp_path / "elsewhere.duckdb")) == (False, names_in(own_register))
