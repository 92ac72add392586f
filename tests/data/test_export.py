"""Exports: all files or none, nothing of anybody else's written over, nothing made that was not asked for."""

import os
from datetime import date, datetime
from pathlib import Path

import pytest

from data import queries
from data.database import Store
from data.errors import ForeignExport
from data.import_pipeline import export
from data.models import DaysOff
from tests.support.registers import BODIES, filled_by, take_all
from tests.support.templates import own_template
from workflow.days_off import DaysOffEntry, add_days_off, remove_days_off
from workflow.headings import save_headings
from workflow.methods import MethodEntry, change_method, list_word, remove_method
from workflow.own_templates import TemplateFile, keep_template
from workflow.person import at_this_machine


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


def test_days_off_and_methods_come_back_as_they_were_decided(empty: Store, tmp_path: Path) -> None:
    """What was added and changed is there, and what a new register begins with and was removed is not."""
    ida = at_this_machine("Ida")
    for days in queries.days_off.of_year(empty, 2026):
        remove_days_off(empty, ida, days)
    add_days_off(empty, ida, DaysOffEntry("=Fri", date(2026, 6, 4), date(2026, 6, 5), "Byrådet; 1"))
    methods = {method.key: method for method in queries.methods.listed(empty)}
    remove_method(empty, ida, methods["walk"])
    list_word(empty, ida, word="Byvandring", method=methods["workshop"])
    change_method(empty, ida, method_before=methods["survey"], entry=MethodEntry("Rundspørge", "Poll", False))
    expected_methods = queries.methods.listed(empty)
    export(empty, tmp_path / "out")
    outcomes = filled_by(tmp_path / "copy.duckdb", tmp_path / "out")
    copy = Store(tmp_path / "copy.duckdb")
    assert [str(error.sentence) for each in outcomes for error in each.errors] == []
    assert queries.days_off.of_year(copy, 2026) == [
        DaysOff("=Fri", date(2026, 6, 4), date(2026, 6, 5), "Byrådet; 1")
    ]
    assert copy.rows("from days_off order by all") == empty.rows("from days_off order by all")
    assert queries.methods.listed(copy) == expected_methods
    copy.close()


def test_templates_and_headings_come_back_to_the_byte(empty: Store, tmp_path: Path) -> None:
    """The template's file lies in its column; who chose it and when comes along."""
    ida, noon = at_this_machine("Ida"), datetime(2026, 11, 28, 12)
    keep_template(empty, ida, TemplateFile("docx", "Egen.docx", own_template()), at=noon, kept_at=None)
    save_headings(empty, ida, {"summary": "=Resumé"}, language="da", headings_before={})
    export(empty, tmp_path / "out")
    outcomes = filled_by(tmp_path / "copy.duckdb", tmp_path / "out")
    copy = Store(tmp_path / "copy.duckdb")
    assert [str(error.sentence) for each in outcomes for error in each.errors] == []
    assert queries.templates.contents(copy) == {"docx": own_template()}
    assert queries.templates.by_kind(copy) == queries.templates.by_kind(empty)
    assert queries.headings.in_language(copy, "da") == {"summary": "=Resumé"}
    copy.close()
