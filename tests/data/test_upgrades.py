"""An upgrade that is interrupted leaves a register that opens, and a copy from before it."""

import shutil
import signal
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from data import migrations, queries
from data.atomic_file import log_of
from data.database import Store
from data.errors import RegisterClosed, StoreError
from tests.faults.upgrader import HEAVY, LIGHT, steps_with
from tests.support.registers import new_empty
from tests.support.waiting import wait_until

ROOT = Path(__file__).parents[2]
NEWEST = migrations.newest()
OLD = ROOT / "tests" / "legacy" / "v0.2.0" / "register.zip"


@pytest.fixture
def old_register(own_register: Path) -> Path:
    """A register as an older version left it."""
    with zipfile.ZipFile(OLD) as packed:
        own_register.write_bytes(packed.read("register.duckdb"))
    return own_register


def killed_during(path: Path, steps: Path) -> None:
    """Upgrade in a process of its own, and kill it in the step after the first: that one lies in the log
    by then.
    """
    upgrade = [sys.executable, "-m", "tests.faults.upgrader", str(path), str(steps)]
    process = subprocess.Popen(upgrade, cwd=ROOT, stdout=subprocess.DEVNULL)
    wait_until(lambda: log_of(path).exists() and b"extra_days" in log_of(path).read_bytes())
    process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.mark.thorough
def test_an_upgrade_that_is_killed_goes_on_the_next_time(
    old_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the log holds by then (tables with defaults of functions, a view) is read again; the rest is
    done.
    """
    killed_during(old_register, steps_with(tmp_path / "steps", LIGHT, HEAVY))
    monkeypatch.setattr(
        migrations, "STEPS", steps_with(tmp_path / "again", LIGHT, "create table filler (i integer);")
    )
    store = Store(old_register)
    rows = store.rows(
        "select (select name from extra_days), (select count(*) from filler), (select max(version) from"
        " schema_versions)"
    )
    errata = queries.closings.errata(store, "2022-2025/endterm")
    store.close()
    assert (rows, len(errata)) == ([("ONE", 0, NEWEST + 2)], 1)
    assert not log_of(old_register).exists()


def test_a_copy_from_before_an_upgrade_stays_beside(
    old_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the register as it was, to the byte, and opens with the program of that time."""
    before = old_register.read_bytes()
    monkeypatch.setattr(migrations, "STEPS", steps_with(tmp_path / "steps", LIGHT))
    Store(old_register).close()
    copy = old_register.with_name("register.before-schema-6.duckdb")
    assert copy.read_bytes() == before
    Store(old_register).close()
    assert [path.name for path in old_register.parent.glob("*.before-*")] == [copy.name]


def test_copies_never_overwrite_one_another(
    old_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither an upgrade that stopped halfway and goes on, nor one of an older backup put in place."""
    before = old_register.read_bytes()
    half = steps_with(tmp_path / "half", LIGHT, "select nonsense;")
    whole = steps_with(tmp_path / "whole", LIGHT, "create table a (i integer);")
    monkeypatch.setattr(migrations, "STEPS", half)
    with pytest.raises(duckdb.Error):
        Store(old_register)
    monkeypatch.setattr(migrations, "STEPS", whole)
    Store(old_register).close()
    with zipfile.ZipFile(OLD) as packed:
        old_register.write_bytes(packed.read("register.duckdb"))
    with duckdb.connect(str(old_register)) as other_time:
        other_time.execute("insert into terms values ('1990-1993', '1990-01-01', '1993-12-31')")
    Store(old_register).close()
    names = ("6", "6-2", str(NEWEST + 2))
    copies = [old_register.with_name(f"register.before-schema-{name}.duckdb") for name in names]
    assert sorted(old_register.parent.glob("*.before-*")) == sorted(copies)
    assert copies[0].read_bytes() == before != copies[1].read_bytes()


def test_a_copy_that_can_not_be_made_is_a_sentence(
    old_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is upgraded without one."""
    before = old_register.read_bytes()
    monkeypatch.setattr(migrations, "STEPS", steps_with(tmp_path / "steps", LIGHT))
    (old_register.parent / ".register.before-schema-6.duckdb.new").mkdir()
    with pytest.raises(StoreError, match=r"could not be made \(it is a folder\)"):
        Store(old_register)
    assert old_register.read_bytes() == before


def test_the_oldest_copies_go(old_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three stay."""
    for number in range(1, 5):
        more = [f"create table extra_{step} (i integer);" for step in range(number)]
        monkeypatch.undo()
        monkeypatch.setattr(migrations, "STEPS", steps_with(tmp_path / f"steps {number}", *more))
        Store(old_register).close()
    names = {path.name for path in old_register.parent.glob("*.before-*")}
    assert names == {
        f"register.before-schema-{number}.duckdb" for number in (NEWEST + 2, NEWEST + 3, NEWEST + 4)
    }


def test_without_room_for_the_copy_nothing_is_upgraded(
    old_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says how much is needed."""
    before = old_register.read_bytes()
    monkeypatch.setattr(migrations, "STEPS", steps_with(tmp_path / "steps", LIGHT))
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1_000_000))
    with pytest.raises(StoreError, match="no room for the copy"):
        Store(old_register)
    assert old_register.read_bytes() == before


def test_no_connection_reaches_out(own_register: Path) -> None:
    """Extensions are off from the first moment, not only once the register is open."""
    new_empty(own_register).close()
    store = Store(own_register)
    names = ("autoinstall_known_extensions", "autoload_known_extensions", "enable_external_access")
    settings = dict(store.rows("select name, value from duckdb_settings()"))
    store.close()
    assert [settings[name] for name in names] == ["false"] * 3
    with pytest.raises(RegisterClosed):
        store.rows("select 1")


def checkpoint_often(store: Store) -> None:
    """As an upgrade does in the end, and the timer by itself."""
    for _ in range(200):
        store._checkpoint()


def test_the_timer_does_not_get_in_the_way_of_an_upgrade(empty: Store) -> None:
    """One that takes longer than the timer puts its log into the file while the timer's thread does."""
    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(checkpoint_often, empty) for _ in "ab"]
    assert [each.exception() for each in both] == [None, None]
