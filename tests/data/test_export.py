"""Exports: all files or none, nothing of anybody else's written over, nothing made that was not asked for."""

import os
from pathlib import Path

import pytest

from data.database import Store
from data.errors import ForeignExport
from data.import_pipeline import export
from tests.support.registers import BODIES, take_all


def names(folder: Path) -> set[str]:
    """Everything in a folder, what is hidden too."""
    return {file.name for file in folder.iterdir()}


def test_an_export_can_be_made_again_in_the_same_folder(empty: Store, tmp_path: Path) -> None:
    """The earlier one is replaced, files of other names stay, nothing is left over."""
    export(empty, tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    before = names(tmp_path / "out")
    take_all(empty, {"bodies": BODIES})
    assert export(empty, tmp_path / "out")["bodies.csv"] == 2
    assert names(tmp_path / "out") == before
    assert "Planudvalget" in (tmp_path / "out" / "bodies.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("history", [None, "entry,other\n1,2\n"])
def test_somebody_elses_files_are_not_written_over(empty: Store, tmp_path: Path, history: str | None) -> None:
    """A folder of records to be taken in is no place for an export."""
    own = tmp_path / "consultations.csv"
    own.write_text("consultation,title\nc1,Min\n")
    if history:
        (tmp_path / "history.csv").write_text(history)
    before = names(tmp_path)
    with pytest.raises(ForeignExport, match=r"consultations\.csv"):
        export(empty, tmp_path)
    assert (own.read_text(), names(tmp_path)) == ("consultation,title\nc1,Min\n", before)


def test_a_link_is_replaced_and_not_followed(empty: Store, tmp_path: Path) -> None:
    """What it points to keeps its content."""
    target = tmp_path / "target.csv"
    target.write_text("valuable")
    export(empty, tmp_path / "out")
    (tmp_path / "out" / "terms.csv").unlink()
    (tmp_path / "out" / "terms.csv").symlink_to(target)
    export(empty, tmp_path / "out")
    assert (target.read_text(), (tmp_path / "out" / "terms.csv").is_symlink()) == ("valuable", False)


def test_an_export_that_fails_leaves_what_was_there(
    empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full in the middle: no new folder, and in an old one every file as it was."""
    export(empty, tmp_path / "old")
    take_all(empty, {"bodies": BODIES})
    before = {file.name: file.read_bytes() for file in (tmp_path / "old").iterdir()}

    def full(*arguments: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("data.export._write_csv", full)
    for folder in ("old", "new"):
        with pytest.raises(OSError, match="No space"):
            export(empty, tmp_path / folder)
    assert {file.name: file.read_bytes() for file in (tmp_path / "old").iterdir()} == before
    assert not (tmp_path / "new").exists()
