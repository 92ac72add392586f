"""A backup is put in place under a running dashboard."""

import subprocess
import sys
from pathlib import Path

from data import queries
from data.register import create_empty
from pages import session
from tests.support.registers import BODIES, take_all

ROOT = Path(__file__).parents[2]


def test_the_next_page_shows_what_was_restored(own_register: Path, tmp_path: Path) -> None:
    """Without a new start, and nothing kept of the register that was."""
    store = create_empty(own_register)
    take_all(store, {"bodies": BODIES})
    store.close()
    backup = tmp_path / "backup.duckdb"
    subprocess.run([sys.executable, "-m", "data", "backup", str(backup)], cwd=ROOT, check=True)
    other = create_empty(tmp_path / "other.duckdb")
    take_all(other, {"bodies": [{**BODIES[0], "name": "Byplanudvalget"}, BODIES[1]]})
    other.close()
    assert queries.bodies.names(session.store())["plan"] == "Planudvalget"
    for file, name in ((tmp_path / "other.duckdb", "Byplanudvalget"), (backup, "Planudvalget")):
        subprocess.run([sys.executable, "-m", "data", "restore", str(file)], cwd=ROOT, check=True)
        assert queries.bodies.names(session.store())["plan"] == name
