"""A disk that is full, or that can only be read: a sentence, nothing that was acknowledged is lost, and it
goes on once the disk is well again.
"""

import logging
import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from data.backup import back_up
from data.check import check
from data.database import Store
from data.errors import StoreError
from tests.faults.writer import save, version_in
from tests.support.registers import BODIES, ROUNDS, copy_with
from tests.support.screens import PAGES, open_page, press, words_on

pytestmark = pytest.mark.faults
OPEN = {"round": "2022-2025/endterm", "body": "plan", "principle": "1", "lang": "en"}


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A disk of its own of 80 MB that holds the register."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=80m", "tmpfs", str(folder)]
    if os.name != "posix" or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a disk")
    path = copy_with(folder / "register.duckdb", {"rounds": ROUNDS, "bodies": BODIES})
    monkeypatch.setenv("OEJENHOEJDE_DATABASE", str(path))
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Take all the room that is left; gives the file that does."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    return filler


def test_a_full_disk_loses_nothing_and_is_told(disk: Path) -> None:
    """Saves go on while there is room in the log; the one that finds none is refused, and every one before
    it is there, also after the next start. With room again the next save is stored.
    """
    store = Store(disk / "register.duckdb")
    save(store)
    filler = fill(disk)
    saved, refusal = 1, ""
    while not refusal:
        try:
            saved = save(store)
        except StoreError as problem:
            refusal = str(problem.sentence)
    assert "could not be written (the disk is full)" in refusal or "was shut after an error" in refusal
    store.close()
    assert version_in(reopened := Store(store.path)) == saved
    with pytest.raises(StoreError, match=r"disk is full|[Nn]o room|space"):
        back_up(store.path, disk / "backup.duckdb")
    filler.unlink()
    assert save(reopened) == saved + 1
    reopened.close()
    assert check(store.path).problems == ()


def test_a_disk_that_can_only_be_read_is_read(
    disk: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Every page opens; what somebody saves is refused in one sentence, and the file stays as it was."""
    path = disk / "register.duckdb"
    before = path.read_bytes()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with caplog.at_level(logging.ERROR):
        for page in PAGES:
            screen = open_page(page, **OPEN)
            assert not screen.exception and not screen.error, (page, words_on(screen))
            del screen
    assert not [record for record in caplog.records if record.name == "oejenhoejde"]
    screen = open_page("assessments", **OPEN)
    screen.text_area[0].set_value("Ord.").run()
    screen.radio[0].set_value("4").run()
    press(screen, "Submit")
    assert "can only be read here. Nothing was saved" in words_on(screen).replace("\\", "")
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    assert path.read_bytes() == before


def test_a_disk_that_is_read_only_needs_no_upgrade_to_be_told(disk: Path) -> None:
    """A register of an older program can't be upgraded there: that is said, and it is left as it was."""
    import zipfile

    old = disk / "old.duckdb"
    with zipfile.ZipFile(Path(__file__).parents[1] / "legacy" / "v0.2.0" / "register.zip") as packed:
        old.write_bytes(packed.read("register.duckdb"))
    before = old.read_bytes()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(StoreError, match="can't be opened for writing"):
        Store(old)
    assert old.read_bytes() == before
