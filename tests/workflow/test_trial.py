"""A register to try the demonstration in: apart from every other, silent, and gone afterwards."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import queries
from data.database import Store
from data.errors import CommandRefused, NotPermitted
from data.register import is_demonstration
from workflow import trial
from workflow.organisation import NewBody, add_bodies
from workflow.permission import Right, require
from workflow.person import Person, Role
from workflow.trial import PREFIX, TrialRegister, remove_leftovers, trying

GUEST = trying(Person(""))


@pytest.fixture(autouse=True)
def template(demonstration_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demonstration that other tests have made already."""
    monkeypatch.setattr(trial, "_template", lambda: demonstration_file)


@pytest.fixture
def temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the program puts what is temporary."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield tmp_path


def names(store: Store) -> set[str]:
    """What its committees and centres are called."""
    return set(queries.bodies.names(store).values())


def test_two_who_try_share_nothing(
    temporary_folder: Path, demonstration_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What one writes the other doesn't see, nor the template; no event is printed or kept; nothing stays."""
    template_before = demonstration_file.read_bytes()
    first, second = TrialRegister(), TrialRegister()
    add_bodies(first.store, GUEST, [NewBody("committee", "Månebaseudvalget")])
    assert "Månebaseudvalget" in names(first.store) - names(second.store)
    assert is_demonstration(second.store)
    assert first.store.rows("select * from audit_events where subject like '%add_bodies'") == []
    assert capsys.readouterr().out == ""
    for each in (first, second, second):
        each.close()
    assert list(temporary_folder.glob(f"{PREFIX}*")) == []
    assert demonstration_file.read_bytes() == template_before


def test_who_tries_is_a_secretary_and_no_administrator() -> None:
    """Under their own name, where they have one; rights in the server's register don't go along."""
    person = trying(Person("Bo", frozenset({Role.ADMINISTRATOR, Role.READER}), frozenset({"cbk"})))
    assert person == Person("Bo", frozenset({Role.SECRETARY}))
    assert GUEST.name
    require(person, Right.CONDUCT)
    with pytest.raises(NotPermitted):
        require(person, Right.ADMINISTER)


def test_only_so_many_can_try_at_once(
    temporary_folder: Path, demonstration_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that fails takes no place; the next is told, and let in when one has gone."""
    monkeypatch.setattr(trial, "MOST", 1)
    monkeypatch.setattr(trial, "_template", lambda: temporary_folder / "missing")
    with pytest.raises(OSError, match="missing"):
        TrialRegister()
    monkeypatch.setattr(trial, "_template", lambda: demonstration_file)
    first = TrialRegister()
    with pytest.raises(CommandRefused, match="trying the demonstration already"):
        TrialRegister()
    first.close()
    TrialRegister().close()


def test_what_a_killed_program_left_is_removed(temporary_folder: Path) -> None:
    """Folders of processes that are no more go; those of this one, and others' files, stay."""
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    folders = [temporary_folder / f"{PREFIX}{each}-abc" for each in (dead.pid, os.getpid(), "x")]
    for folder in folders:
        folder.mkdir()
        (folder / trial.FILE).touch()
    remove_leftovers()
    assert [folder.exists() for folder in folders] == [False, True, True]
