"""A register that others replace, remove or write over while the program has it open; and one that can only
be read.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pytest

from data.atomic_file import log_of
from data.database import MOST_IN_LOG, Store
from data.errors import StoreError
from tests.support.registers import BODIES, ROUNDS, copy_with, new_empty, take_all

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]


def save_something(store: Store, text: str = "Ord.") -> None:
    """A draft of an assessment."""
    row = {"round": ROUNDS[1]["round"], "body": "plan", "principle": "1", "justification": text}
    take_all(store, {"assessments": [row]})


@pytest.fixture
def store(own_register: Path) -> Store:
    """An open register with a round and two bodies."""
    return Store(copy_with(own_register, {"rounds": ROUNDS, "bodies": BODIES}))


def backup_of(path: Path) -> Path:
    """Another register, as a backup would be."""
    backup = path.with_name("backup.duckdb")
    new_empty(backup).close()
    return backup


def closed(store: Store) -> Path:
    """The register's path, once the register is closed."""
    store.close()
    return store.path


def words_in(path: Path) -> list[str]:
    """The words of every assessment in a register."""
    with duckdb.connect(str(path)) as reader:
        return [words for (words,) in reader.execute("select justification from assessments").fetchall()]


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
    in_place = store.path.read_bytes() if how != "removed" else None
    sentence = "Another register was put in the place" if how == "replaced" else "was replaced or removed"
    with pytest.raises(StoreError, match=sentence):
        save_something(store, "Andre ord.")
    assert store.version == version
    store.close()
    assert in_place is None or store.path.read_bytes() == in_place


def test_an_earlier_copy_of_the_same_file_written_over_it_is_told(store: Store) -> None:
    """Nothing went into the file since, so that its headers are the same: all of it lay in the log."""
    backup = Path(shutil.copy(closed(store), store.path.with_name("backup.duckdb")))
    reopened = Store(store.path)
    save_something(reopened)
    shutil.copy(backup, store.path)
    with pytest.raises(StoreError, match="was replaced or removed"):
        save_something(reopened, "Andre ord.")
    reopened.close()
    assert store.path.read_bytes() == backup.read_bytes()


def test_a_file_moved_away_keeps_what_was_saved_in_it(store: Store) -> None:
    """The end of the program puts the log into it, and nothing of it stays beside the backup."""
    save_something(store, "Gemt.")
    away = store.path.with_name("away.duckdb")
    store.path.rename(away)
    backup_of(store.path).replace(store.path)
    store.close()
    assert words_in(away) == ["Gemt."]
    assert not log_of(store.path).exists()
    Store(store.path).close()


SAVE_AND_DIE = """
import os, sys
from pathlib import Path
from data.database import Store
from tests.data.test_open_file import save_something
store = Store(Path(sys.argv[1]))
save_something(store, "Fra loggen.")
os._exit(0)
"""


def test_a_log_that_came_with_another_register_stays_beside_it(store: Store) -> None:
    """A register whose program was killed, put in place with its log: what the log holds is read."""
    killed = copy_with(store.path.with_name("killed.duckdb"), {"rounds": ROUNDS, "bodies": BODIES})
    subprocess.run([sys.executable, "-c", SAVE_AND_DIE, str(killed)], cwd=ROOT, check=True)
    killed.replace(store.path)
    log_of(killed).replace(log_of(store.path))
    store.close()
    other = Store(store.path)
    assert other.rows("select justification from assessments") == [("Fra loggen.",)]
    other.close()


SAVE_BESIDE_ANOTHER_LOG = """
import os, sys
from pathlib import Path
from data.atomic_file import log_of
from data.database import Store
from tests.data.test_open_file import save_something
store = Store(Path(sys.argv[1]))
log = log_of(store.path)
if "early" not in sys.argv:
    save_something(store, "Første.")
    log.unlink()
if "another" in sys.argv:
    log.write_bytes(b"unsaved records of another register")
save_something(store, "Anden.")
os._exit(0)
"""


@pytest.mark.parametrize("how", [("removed",), ("another",), ("early", "another")], ids=" ".join)
def test_no_save_is_lost_with_its_log(store: Store, how: tuple[str, ...]) -> None:
    """The log removed or replaced under the running program, which then ends without a word: what it
    acknowledged is there, and so is what others laid beside.
    """
    command = [sys.executable, "-c", SAVE_BESIDE_ANOTHER_LOG, str(closed(store)), *how]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert words_in(store.path) == ["Anden."]
    aside = [path.read_bytes() for path in store.path.parent.glob("*.set-aside-*")]
    assert aside == [b"unsaved records of another register"] * ("another" in how)


def test_own_changes_are_no_replacement(store: Store) -> None:
    """Whatever the database writes into its file by itself, a checkpoint among it."""
    for number in range(30):
        save_something(store, f"{number} " + "ord " * 4000)
        store.rows("select count(*) from history")
    with store.transaction() as cursor:
        cursor.execute("create temp table big as select i from range(1_000_000) t (i)")
    save_something(store, "Til sidst.")
    store.close()
    assert "Til sidst." in words_in(store.path)


def test_a_stray_log_is_named(store: Store) -> None:
    """A backup put in place beside the log of what it replaced: it is not the backup that is damaged."""
    backup = backup_of(store.path)
    script = (
        "import os, sys; from pathlib import Path; from data.database import Store;"
        " from tests.data.test_open_file import save_something;"
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


def test_a_full_log_goes_into_the_file(store: Store) -> None:
    """And the next save is one into the same register still."""
    with store.transaction() as cursor:
        many = f"select i || repeat('ord ', 100), true from range({MOST_IN_LOG // 300}) t (i)"
        cursor.execute(f"insert into declined_words {many}")
    assert not log_of(store.path).exists()
    save_something(store)
    store.close()


READ_AS_NOBODY = """
import os, sys
from pathlib import Path
from data.database import Store
from data.errors import StoreError
from tests.data.test_open_file import save_something
if os.geteuid() == 0:
    os.setuid(65534)
store = Store(Path(sys.argv[1]))
print(store.rows("select count(*) from terms")[0][0])
try:
    save_something(store)
except StoreError as problem:
    print(problem)
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights are set by POSIX's modes")
def test_a_register_that_may_only_be_read_is_read(store: Store) -> None:
    """A save is refused in one sentence, and the file is the same afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(closed(store), folder))
        before = path.read_bytes()
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        command = [sys.executable, "-c", READ_AS_NOBODY, str(path)]
        lines = subprocess.run(
            command, cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout.splitlines()
        Path(folder).chmod(0o755)
        assert (lines[0], len(lines), path.read_bytes() == before) == ("3", 2, True)
    assert "can only be read here. Nothing was saved" in lines[1]
