"""``python -m materials``: files in a folder, and sentences where they can't be made."""

import base64
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from data.database import Store
from evaluation.evaluate import find_round
from language import speak
from materials.__main__ import main
from materials.charts import export
from materials.charts.shape import SHAPES
from materials.documents.round_material import round_material
from materials.round_charts import round_charts
from tests.support.registers import take_all
from tests.support.templates import own_template, part_of, template_without
from workflow.headings import save_headings
from workflow.own_templates import TemplateFile, keep_template
from workflow.person import at_this_machine


@pytest.mark.usefixtures("with_demonstration")
def test_documents_workbook_and_open_data_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Under names that people read, also without a browser; each name is printed."""
    monkeypatch.setenv(export.SETTING, str(tmp_path / "no browser"))
    arguments = [
        "2022-2025/endterm",
        "--out",
        str(tmp_path / "out"),
        "--only",
        "case,annex,workbook,open_data",
    ]
    arguments += ["--lang", "da"]
    assert main(arguments) == 0
    names = [
        "Bilag - Slutevaluering 2022-2025.docx",
        "Bilag - Slutevaluering 2022-2025.pdf",
        "Regneark - Slutevaluering 2022-2025.xlsx",
        "Sag - Slutevaluering 2022-2025.docx",
        "Åbne data - Slutevaluering 2022-2025.zip",
    ]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    printed = capsys.readouterr().out
    assert [name for name in names if name not in printed] == []


def test_each_chart_has_a_name_of_its_own(demonstration: Store) -> None:
    """For both shapes; principle, round and shape stand in it."""
    words = speak("da")
    charts = round_charts(
        round_material(demonstration, find_round(demonstration, "2022-2025/endterm")), words
    )
    names = [chart.file_name(shape, "png") for shape in SHAPES.values() for chart in charts]
    assert len(set(names)) == len(names) == 30
    assert "princip-3_slut-2022-2025_slide.png" in names


@pytest.mark.usefixtures("with_demonstration")
def test_an_unknown_round_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the rounds there are."""
    assert main(["2030/endterm", "--out", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("Error: There is no round 2030/endterm.")


def test_an_unknown_kind_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before anything is read, with those there are."""
    with pytest.raises(SystemExit) as refusal:
        main(["2022-2025/endterm", "--out", str(tmp_path), "--only", "case,film"])
    assert refusal.value.code == 2
    expected = "--only: film; choose from case, slides, annex, minutes, handover, workbook, open_data, charts"
    assert expected in capsys.readouterr().err


@pytest.mark.usefixtures("with_demonstration")
def test_a_template_without_a_style_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In one sentence, and no file is written."""
    template = tmp_path / "own.docx"
    template.write_bytes(b"no document")
    arguments = ["2022-2025/endterm", "--out", str(tmp_path / "out"), "--template", str(template)]
    assert main([*arguments, "--only", "case"]) == 1
    assert "it is no Word document" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_charts_without_a_browser_are_numbers_and_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rest is written, with the index; one sentence says what is missing, and the exit status too."""
    monkeypatch.setenv(export.SETTING, str(tmp_path / "no browser"))
    out = tmp_path / "out"
    assert main(["2022-2025/endterm", "--out", str(out), "--only", "charts", "--lang", "da"]) == 1
    assert len(list(out.iterdir())) == 31 and (out / "index.html").exists()
    error = capsys.readouterr().err
    assert error.startswith("Not made: overblik_slut-2022-2025_slide.png, ")
    assert error.count("Charts can't be saved as files") == 1


def test_kept_templates_and_headings_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_register: Path, demonstration_file: Path
) -> None:
    """A template that is named comes before the kept one."""
    monkeypatch.setenv(export.SETTING, str(tmp_path / "no browser"))
    store = Store(Path(shutil.copy(demonstration_file, own_register)))
    ida, noon = at_this_machine("Ida"), datetime(2026, 11, 28, 12)
    template = TemplateFile("docx", "Egen.docx", own_template("c00000"))
    keep_template(store, ida, template, at=noon, kept_at=None)
    save_headings(store, ida, {"summary": "Resumé"}, language="da", headings_before={})
    store.close()
    arguments = ["2022-2025/endterm", "--out", str(tmp_path), "--only", "case", "--lang", "da"]
    case = tmp_path / "Sag - Slutevaluering 2022-2025.docx"
    assert main(arguments) == 0
    assert "c00000" in part_of(case.read_bytes(), "word/styles.xml")
    assert ">Resumé<" in part_of(case.read_bytes(), "word/document.xml")
    other = tmp_path / "other.docx"
    other.write_bytes(own_template("00c000"))
    assert main([*arguments, "--template", str(other)]) == 0
    assert "00c000" in part_of(case.read_bytes(), "word/styles.xml")


def test_a_kept_template_that_no_longer_fits_stops_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    own_register: Path,
    demonstration_file: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As after an upgrade: the case is there in the program's own, and a sentence says so."""
    monkeypatch.setenv(export.SETTING, str(tmp_path / "no browser"))
    store = Store(Path(shutil.copy(demonstration_file, own_register)))
    content = base64.b64encode(template_without("Paper Quote")).decode()
    row = {"kind": "docx", "file": "Egen.docx", "content": content}
    take_all(store, {"templates": [row | {"changed_at": "2026-11-28 12:00:00", "changed_by": "Ida"}]})
    store.close()
    assert main(["2022-2025/endterm", "--out", str(tmp_path), "--only", "case", "--lang", "da"]) == 0
    assert (tmp_path / "Sag - Slutevaluering 2022-2025.docx").exists()
    assert "own template “Egen.docx” can't be used" in capsys.readouterr().err
