"""The note by which commands find the dashboard that has a register open."""

import json
import os
import socket
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from data.errors import StoreError
from data.running_dashboard import RunningDashboard, announce, find, note_of, withdraw

ELSEWHERE = RunningDashboard("127.0.0.1", 9, "s" * 43)


def test_the_note_is_for_its_owner_alone(tmp_path: Path) -> None:
    """It lies beside the file that a link leads to, replaces one that was left, and goes with its
    dashboard.
    """
    register = tmp_path / "register.duckdb"
    register.touch()
    link = tmp_path / "link.duckdb"
    link.symlink_to(register)
    note_of(register).write_text("left by one that was ended")
    announce(link, ELSEWHERE)
    assert note_of(link) == note_of(register) == tmp_path / "register.duckdb.dashboard"
    assert stat.S_IMODE(note_of(register).stat().st_mode) == 0o600
    withdraw(register, replace(ELSEWHERE, port=10))
    assert note_of(register).exists()
    withdraw(register, ELSEWHERE)
    assert not note_of(register).exists()


def test_nobody_is_found_where_nobody_answers(tmp_path: Path) -> None:
    """No note, one of a dashboard that was ended, one that is none, and a link to a note elsewhere."""
    register = tmp_path / "register.duckdb"
    assert find(register) is None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = replace(ELSEWHERE, port=free.getsockname()[1])
    announce(register, closed)
    assert find(register) is None
    for text in ("", "{", "[1]", json.dumps({"host": "127.0.0.1"})):
        note_of(register).write_text(text)
        assert find(register) is None
    elsewhere = note_of(register).rename(tmp_path / "elsewhere")
    note_of(register).symlink_to(elsewhere)
    assert find(register) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_a_note_that_others_can_read_or_change_is_refused(tmp_path: Path, mode: int) -> None:
    """Whoever wrote it could have the register's records sent to them."""
    register = tmp_path / "register.duckdb"
    announce(register, ELSEWHERE)
    note_of(register).chmod(mode)
    with pytest.raises(StoreError, match="others than its owner"):
        find(register)
