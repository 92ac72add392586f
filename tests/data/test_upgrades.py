"""An upgrade that is interrupted leaves a register that opens, and a copy from before it."""

import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import duckdb
import pytest

from data import migrations, queries
from data.atomic_file import log_of
from data.database import Store
from data.errors import StoreError
from data.register import create_empty
from tests.faults.upgrader import HEAVY, LIGHT, steps_with
from tests.support.registers import BODIES, ROUNDS, take_all
from tests.support.waiting import wait_until

ROOT = Path(__file__).parents[2]
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
    process = subprocess.Popen(upgrade, cwd=ROOT)
    wait_until(lambda: log_of(path).exists() and b"extra_days" in log_of(path).read_bytes())
    process.send_signal(signal.SIGKILL)
    process.wait()


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
    assert (rows, len(errata)) == ([("ONE", 0, 7)], 1)
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


def test_the_oldest_copies_go(old_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three stay."""
    for number in range(1, 5):
        more = [f"create table extra_{step} (i integer);" for step in range(number)]
        monkeypatch.undo()
        monkeypatch.setattr(migrations, "STEPS", steps_with(tmp_path / f"steps {number}", *more))
        Store(old_register).close()
    names = sorted(path.name for path in old_register.parent.glob("*.before-*"))
    assert names == [f"register.before-schema-{number}.duckdb" for number in (7, 8, 9)]


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


def save_something(store: Store, text: str = "Ord.") -> None:
    """A draft of an assessment."""
    row = {"round": ROUNDS[1]["round"], "body": "plan", "principle": "1", "justification": text}
    take_all(store, {"assessments": [row]})


@pytest.fixture
def store(own_register: Path) -> Store:
    """An open register with a round and two bodies."""
    store = create_empty(own_register)
    take_all(store, {"rounds": ROUNDS, "bodies": BODIES})
    return store


def backup_of(path: Path) -> Path:
    """Another register, as a backup would be."""
    backup = path.with_name("backup.duckdb")
    create_empty(backup).close()
    return backup


@pytest.mark.parametrize("how", ["replaced", "written over", "removed"])
def test_a_save_into_a_file_that_is_gone_is_refused(store: Store, how: str) -> None:
    """A backup put in place while the program runs, by a move or by a copy, or the file removed: told before
    the save is acknowledged.
    """
    save_something(store)
    if how == "removed":
        store.path.unlink()
    elif how == "replaced":
        backup_of(store.path).replace(store.path)
    else:
        shutil.copy(backup_of(store.path), store.path)
    version = store.version
    with pytest.raises(StoreError, match="was replaced or removed"):
        save_something(store, "Andre ord.")
    assert store.version == version
    store.close()


def test_own_changes_are_no_replacement(store: Store) -> None:
    """Whatever the database writes into its file by itself, a checkpoint among it."""
    for number in range(30):
        save_something(store, f"{number} " + "ord " * 4000)
        store.rows("select count(*) from history")
    with store.transaction() as cursor:
        cursor.execute("create temp table big as select i from range(1_000_000) t (i)")
    save_something(store, "Til sidst.")
    store.close()


def test_a_stray_log_is_named(store: Store) -> None:
    """A backup put in place beside the log of what it replaced: it is not the backup that is damaged."""
    backup = backup_of(store.path)
    script = (
        "import os, sys; from pathlib import Path; from data.database import Store;"
        " from tests.data.test_upgrades import save_something;"
        " store = Store(Path(sys.argv[1])); save_something(store); os._exit(0)"
    )
    store.close()
    subprocess.run([sys.executable, "-c", script, str(store.path)], cwd=ROOT, check=True)
    assert log_of(store.path).exists()
    backup.replace(store.path)
    before = store.path.read_bytes(), log_of(store.path).read_bytes()
    with pytest.raises(StoreError) as refused:
        Store(store.path)
    assert log_of(store.path).name in str(refused.value) and "damaged" not in str(refused.value)
    assert (store.path.read_bytes(), log_of(store.path).read_bytes()) == before
    log_of(store.path).unlink()
    Store(store.path).close()


def test_no_connection_reaches_out(own_register: Path) -> None:
    """Extensions are off from the first moment, not only once the register is open."""
    create_empty(own_register).close()
    store = Store(own_register)
    names = ("autoinstall_known_extensions", "autoload_known_extensions", "enable_external_access")
    settings = dict(store.rows("select name, value from duckdb_settings()"))
    store.close()
    assert [settings[name] for name in names] == ["false"] * 3
    with pytest.raises(duckdb.Error):
        store.rows("select 1")
