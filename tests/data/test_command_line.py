"""``python -m data`` and ``python -m evaluation`` as IT operations runs them: in a process of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

from data.register import create_empty

ROOT = Path(__file__).parents[2]


def run(*arguments: str, **environment: str) -> tuple[int, str, str]:
    """Exit status, output and error output of ``python -m …``."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_register_from_nothing_to_an_evaluation(own_register: Path, tmp_path: Path) -> None:
    """Create, export, evaluate: every step says what it did and exits 0."""
    created, exported, evaluated = (
        run("data", "init", "--demo"),
        run("data", "export", str(tmp_path / "out")),
        run("evaluation", "2022-2025/endterm"),
    )
    assert [step[0] for step in (created, exported, evaluated)] == [0, 0, 0]
    assert (json.loads(evaluated[1])["round"], (tmp_path / "out" / "assessments.csv").is_file()) == ("2022-2025/endterm", True)


def test_an_evaluation_in_words_speaks_both_languages(own_register: Path) -> None:
    """The same finding in Danish and in English."""
    create_empty(own_register).close()
    danish = run("evaluation", "2022-2025/endterm", "--format", "text", OEJENHOEJDE_LANGUAGE="da")
    english = run("evaluation", "2022-2025/endterm", "--format", "text")
    assert ("Utilstrækkeligt grundlag" in danish[1], "Insufficient basis" in english[1]) == (True, True)


def test_rejected_rows_exit_1_and_are_named(own_register: Path, tmp_path: Path) -> None:
    """File, row, column, value and reason are in the line; nothing of the file is stored."""
    create_empty(own_register).close()
    file = tmp_path / "consultations.csv"
    file.write_text("consultation;title;end_on\nc1;Cykelsti;31-02-2025\nc2;Torv;01-03-2025\n", encoding="cp1252")
    status, output, _ = run("data", "import", str(file))
    assert status == 1
    assert "consultations.csv, row 2, column end_on, value “31-02-2025”" in output
    assert "0 taken" in output and "1 rejected" in output
    status, output, _ = run("data", "import", str(file), "--accept-valid")
    assert (status, "1 taken" in output) == (1, True)


def test_every_refusal_is_one_sentence(own_register: Path, tmp_path: Path) -> None:
    """A missing folder, a register already there, an unknown round: exit 1, no traceback."""
    create_empty(own_register).close()
    for arguments in (("data", "import", str(tmp_path / "nowhere")), ("data", "init"), ("evaluation", "1990-1993/endterm")):
        status, _, error = run(*arguments)
        assert (status, len(error.strip().splitlines()), "Traceback" in error) == (1, 1, False)


def test_unusable_arguments_exit_2(own_register: Path) -> None:
    """As every command line does."""
    assert (run("data", "fly")[0], run("evaluation")[0]) == (2, 2)
