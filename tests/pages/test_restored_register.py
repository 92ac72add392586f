"""A backup is put in place under a running dashboard."""

import shutil
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from data import queries
from data.database import Store
from data.errors import RegisterClosed
from data.models import Body
from data.register import create_empty
from pages import session
from tests.support.registers import BODIES, take_all
from tests.support.screens import open_page

ROOT = Path(__file__).parents[2]
OTHERS = [{**BODIES[0], "name": "Byplanudvalget"}, BODIES[1]]
TOLD = "Another register was put in the place of"


def register_of(path: Path, bodies: list[dict[str, str]]) -> Path:
    """A closed register that holds these bodies only."""
    store = create_empty(path)
    take_all(store, {"bodies": bodies})
    store.close()
    return path


def put_in_place(backup: Path, register: Path) -> None:
    """What restoring ends with."""
    Path(shutil.copy(backup, register.with_name("restored.duckdb"))).replace(register)


def test_the_next_page_shows_what_was_restored(own_register: Path, tmp_path: Path) -> None:
    """Without a new start, and nothing kept of the register that was."""
    register_of(own_register, BODIES)
    backup = tmp_path / "backup.duckdb"
    subprocess.run([sys.executable, "-m", "data", "backup", str(backup)], cwd=ROOT, check=True)
    register_of(tmp_path / "other.duckdb", OTHERS)
    assert queries.bodies.names(session.store())["plan"] == "Planudvalget"
    for file, name in ((tmp_path / "other.duckdb", "Byplanudvalget"), (backup, "Planudvalget")):
        subprocess.run([sys.executable, "-m", "data", "restore", str(file)], cwd=ROOT, check=True)
        assert queries.bodies.names(session.store())["plan"] == name


def test_many_read_while_backups_are_put_in_place(own_register: Path, tmp_path: Path) -> None:
    """Each reads one register or the other, or is told; the next to ask always gets the newest."""
    backups = {
        "Byplanudvalget": register_of(tmp_path / "other.duckdb", OTHERS),
        "Planudvalget": register_of(tmp_path / "backup.duckdb", BODIES),
    }
    put_in_place(backups["Planudvalget"], own_register)
    stop, seen, unforeseen = Event(), [], []

    def read() -> None:
        while not stop.is_set():
            try:
                store = session.store()
                seen.append({queries.bodies.names(store)["plan"] for _ in range(5)})
            except RegisterClosed:
                continue
            except Exception as problem:  # noqa: BLE001  # what this test looks for
                unforeseen.append(problem)

    readers = [Thread(target=read) for _ in range(6)]
    for reader in readers:
        reader.start()
    try:
        for _ in range(8):
            for name, backup in backups.items():
                put_in_place(backup, own_register)
                assert queries.bodies.names(session.store())["plan"] == name
    finally:
        stop.set()
        for reader in readers:
            reader.join()
    assert unforeseen == []
    assert {frozenset(names) for names in seen} == {frozenset({name}) for name in backups}


def test_a_page_that_was_being_drawn_is_drawn_anew(
    own_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another visit opens the backup in the middle of it: the page shows that, and says so."""
    register_of(own_register, BODIES)
    backup = register_of(tmp_path / "other.duckdb", OTHERS)
    read, visits = queries.bodies.with_predecessors, [Thread(target=session.server_store)]

    def interrupted(store: Store) -> list[tuple[Body, tuple[str, ...]]]:
        while visits:
            put_in_place(backup, own_register)
            visits[0].start()
            visits.pop().join()
        return read(store)

    monkeypatch.setattr(queries.bodies, "with_predecessors", interrupted)
    screen = open_page("organisation", lang="en")
    assert not visits and not screen.exception
    assert "Byplanudvalget" in [name for choice in screen.selectbox for name in choice.options]
    assert [TOLD in each.value for each in screen.warning] == [True]
    assert not screen.run().warning
