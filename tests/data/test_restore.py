"""A backup put in place is what was backed up, to the byte of every export; a bad one changes nothing."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb
import pytest

from data.atomic_file import log_of
from data.backup import back_up, copy_whole
from data.check import check
from data.database import Store
from data.errors import StoreError
from data.register import create_empty
from data.restore import restore
from data.table_sums import sums_file
from evaluation.evaluate import find_round
from language import Sentence, speak
from materials.forms.archive import draw
from materials.forms.form_reader import read_form
from tests.data.test_backup import names_in
from tests.support.exported_records import all_outputs
from tests.support.registers import BODIES, take_all
from workflow.forms import refusal

ROOT = Path(__file__).parents[2]
OPEN = "2026-2029/midterm"
KINDS = (".docx", ".xlsx")


def files(folder: Path) -> dict[str, bytes]:
    """What lies in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_restored_register_is_the_one_that_was_backed_up(demonstration_file: Path, tmp_path: Path) -> None:
    """Every export and evaluation to the byte, with history, versions and secret, so that a form that was
    sent out before is taken in after; the register in between stays beside it.
    """
    register, backup = tmp_path / "place" / "register.duckdb", tmp_path / "backups" / "b.duckdb"
    back_up(demonstration_file, backup)
    create_empty(backup.with_name("other.duckdb")).close()
    restore(backup.with_name("other.duckdb"), register)
    outcome = restore(backup, register)
    assert outcome.is_compared and outcome.set_aside == register.with_name("register.before-restore-1.duckdb")
    outputs = [all_outputs(each, tmp_path / each.stem) for each in (demonstration_file, register)]
    assert outputs[1] == outputs[0]
    store = Store(demonstration_file)
    forms = {
        f"form{kind}": draw(store, find_round(store, OPEN), "oek", kind[1:], speak("da")) for kind in KINDS
    }
    store.close()
    store = Store(register)
    assert refusals(store, forms) == [None, None]
    store.close()
    assert check(register).sums == outcome.sums
    assert check(outcome.set_aside).problems == ()


def refusals(store: Store, forms: Mapping[str, bytes]) -> list[Sentence | None]:
    """Why a register does not take forms in, by their names; None where it does."""
    now = find_round(store, OPEN)
    return [refusal(store, read_form(name, content, store), now) for name, content in forms.items()]


def one_byte(backup: Path) -> None:
    """One bit is another."""
    raw = bytearray(backup.read_bytes())
    raw[raw.index(b"Center for By")] ^= 1
    backup.write_bytes(raw)


def half(backup: Path) -> None:
    """The disk was full."""
    backup.write_bytes(backup.read_bytes()[: len(backup.read_bytes()) // 2])


def a_text(backup: Path) -> None:
    """Something else."""
    backup.write_text("no register")


def another_row(backup: Path) -> None:
    """Somebody wrote into it."""
    with duckdb.connect(str(backup)) as connection:
        connection.execute("update bodies set name = 'Et andet navn'")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (one_byte, "is damaged or is no backup"),
        (half, "is damaged or is no backup"),
        (a_text, "is damaged or is no backup"),
        (another_row, "is not what was backed up: bodies differ from the sums in b.duckdb.sums.json"),
    ],
)
def test_a_spoilt_backup_changes_nothing(
    own_register: Path, tmp_path: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    """The register stays to the byte, and nothing is left beside it."""
    store = create_empty(own_register)
    take_all(store, {"bodies": BODIES})
    store.close()
    backup = tmp_path / "backups" / "b.duckdb"
    back_up(own_register, backup)
    spoil(backup)
    before = files(own_register.parent)
    with pytest.raises(StoreError, match=sentence):
        restore(backup, own_register)
    assert files(own_register.parent) == before


def test_the_register_is_no_backup_of_itself(empty: Store) -> None:
    """Nor is a file that is missing."""
    with pytest.raises(StoreError, match="is the register itself"):
        restore(empty.path, empty.path)
    with pytest.raises(StoreError, match="There is no register"):
        restore(empty.path.with_name("missing.duckdb"), empty.path)


def test_a_store_that_is_open_is_told(empty: Store, tmp_path: Path) -> None:
    """Its next save is refused, and it says that another register has its place."""
    backup = tmp_path / "b.duckdb"
    subprocess.run([sys.executable, "-m", "data", "backup", str(backup)], cwd=ROOT, check=True)
    take_all(empty, {"bodies": BODIES})
    assert not empty.is_superseded
    subprocess.run([sys.executable, "-m", "data", "restore", str(backup)], cwd=ROOT, check=True)
    assert empty.is_superseded
    with pytest.raises(StoreError, match="Another register was put in the place"):
        take_all(empty, {"bodies": BODIES})
    empty.close()
    with pytest.raises(StoreError, match="Another register was put in the place"):
        empty.rows("select 1")
    with duckdb.connect(str(empty.path.with_name("register.before-restore-1.duckdb"))) as aside:
        assert aside.execute("select count(*) from bodies").fetchone() == (2,)
    assert not log_of(empty.path).exists()


def test_what_is_saved_while_the_register_is_laid_aside_goes_along(
    own_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves right after it was copied: it is copied again before another takes its place."""
    create_empty(own_register).close()
    backup = tmp_path / "backups" / "b.duckdb"
    back_up(own_register, backup)
    copies: list[Path] = []

    def copy_and_save(register: Path, fresh: Path) -> None:
        copy_whole(register, fresh)
        copies.append(register)
        if copies.count(own_register) == 1:
            store = Store(own_register)
            take_all(store, {"bodies": BODIES})
            store.close()

    monkeypatch.setattr("data.restore.copy_whole", copy_and_save)
    outcome = restore(backup, own_register)
    assert copies == [backup, own_register, own_register]
    assert outcome.set_aside and names_in(outcome.set_aside) == ["Center for By", "Planudvalget"]
    assert names_in(own_register) == []


def test_check_names_what_is_wrong(demonstration_file: Path, tmp_path: Path) -> None:
    """A frozen result that was changed, and a record that breaks a rule; the file is not touched."""
    register = tmp_path / "register.duckdb"
    restore(demonstration_file, register)
    with duckdb.connect(str(register)) as connection:
        connection.execute("update closings set result = result || ' ' where round = '2022-2025/endterm'")
        connection.execute("update consultations set case_number = '010190-1234' where centre is not null")
    before = register.read_bytes()
    problems = [str(each) for each in check(register).problems]
    assert "The frozen result of 2022-2025/endterm is not what was closed: its checksum differs." in problems
    assert any("column case_number" in each for each in problems)
    assert register.read_bytes() == before


def test_the_commands_say_what_they_did(own_register: Path, tmp_path: Path) -> None:
    """In one process each, with the exit status."""
    create_empty(own_register).close()
    backup = tmp_path / "b.duckdb"
    outputs = []
    for arguments in (
        ["backup", backup],
        ["check", backup],
        ["restore", backup],
        ["restore", tmp_path / "no"],
    ):
        process = subprocess.run(
            [sys.executable, "-m", "data", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True
        )
        outputs.append((process.returncode, (process.stdout or process.stderr).splitlines()[-1]))
    assert outputs == [
        (0, outputs[0][1]),
        (0, outputs[1][1]),
        (
            0,
            (
                "The register that was there before is"
                f" {own_register.with_name('register.before-restore-1.duckdb')}."
            ),
        ),
        (1, f"Error: There is no register at {tmp_path / 'no'}. Create one with: python -m data init"),
    ]
    assert "is sound" in outputs[1][1]
    assert sums_file(backup).exists()
