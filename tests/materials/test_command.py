"""``python -m materials``: files in a folder, and sentences where they can't be made."""

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


def test_a_template_without_a_style_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In one sentence, and no file is written."""
    template = tmp_path / "own.docx"
    template.write_bytes(b"no document")
    arguments = ["2022-2025/endterm", "--out", str(tmp_path / "out"), "--template", str(template)]
    assert main([*arguments, "--only", "case"]) == 1
    assert "it is no Word document" in capsys.readouterr().err
    assert list((tmp_path / "out").iterdir()) == []
