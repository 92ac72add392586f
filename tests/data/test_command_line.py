"""``python -m data`` and ``python -m evaluation`` as IT operations runs them."""

import hashlib
import io
import json
import os
import random
import signal
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path

import pytest

import data.__main__
import evaluation.__main__
from tests.support.command_coverage import measured
from tests.support.registers import new_empty
from tests.support.waiting import LIMIT

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]


PROGRAMS = {"data": data.__main__.main, "evaluation": evaluation.__main__.main}


def run(program: str, *arguments: str, **environment: str) -> tuple[int, str, str]:
    """Exit status, output and error output of ``python -m …``, in this process: starting one takes longer
    than most commands.
    """
    written = [io.BytesIO(), io.BytesIO()]
    output, error = (io.TextIOWrapper(each, encoding="utf-8", write_through=True) for each in written)
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(output), redirect_stderr(error):
        for name, value in environment.items():
            patch.setenv(name, value)
        try:
            status = PROGRAMS[program](arguments)
        except SystemExit as ended:
            status = int(ended.code or 0)
    output.flush()
    error.flush()
    return status, written[0].getvalue().decode(), written[1].getvalue().decode()


def run_alone(*arguments: str, **environment: str) -> tuple[int, str, str]:
    """The same in a process of its own, as IT operations runs them."""
    process = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=os.environ | measured() | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return process.returncode, process.stdout, process.stderr


def test_a_register_from_nothing_to_an_evaluation(own_register: Path, tmp_path: Path) -> None:
    """Create, export, evaluate: every step says what it did and exits 0."""
    created, exported, evaluated = (
        run_alone("data", "init", "--demo"),
        run_alone("data", "export", str(tmp_path / "out")),
        run_alone("evaluation", "2022-2025/endterm"),
    )
    assert [step[0] for step in (created, exported, evaluated)] == [0, 0, 0]
    assert (json.loads(evaluated[1])["round"], (tmp_path / "out" / "assessments.csv").is_file()) == (
        "2022-2025/endterm",
        True,
    )


def test_an_evaluation_in_words_speaks_both_languages(own_register: Path) -> None:
    """The same finding in Danish and in English."""
    new_empty(own_register).close()
    danish = run("evaluation", "2022-2025/endterm", "--format", "text", OEJENHOEJDE_LANGUAGE="da")
    english = run("evaluation", "2022-2025/endterm", "--format", "text")
    assert ("Utilstrækkeligt grundlag" in danish[1], "Insufficient basis" in english[1]) == (True, True)


def test_rejected_rows_exit_1_and_are_named(own_register: Path, tmp_path: Path) -> None:
    """File, row, column, value and reason are in the line; nothing of the file is stored."""
    new_empty(own_register).close()
    file = tmp_path / "consultations.csv"
    file.write_text(
        "consultation;title;end_on\nc1;Cykelsti;31-02-2025\nc2;Torv;01-03-2025\n", encoding="cp1252"
    )
    status, output, _ = run("data", "import", str(file))
    assert status == 1
    assert "consultations.csv, row 2, column end_on, value “31-02-2025”" in output
    assert "0 taken" in output and "1 rejected" in output
    status, output, _ = run("data", "import", str(file), "--accept-valid")
    assert (status, "1 taken" in output) == (1, True)


def test_every_refusal_is_one_sentence(own_register: Path, tmp_path: Path) -> None:
    """A missing folder, a register already there, an unknown round: exit 1, no traceback."""
    new_empty(own_register).close()
    for arguments in (
        ("data", "import", str(tmp_path / "nowhere")),
        ("data", "init"),
        ("evaluation", "1990-1993/endterm"),
    ):
        status, _, error = run(*arguments)
        assert (status, len(error.strip().splitlines()), "Traceback" in error) == (1, 1, False)


def test_a_path_without_anything_says_so_whatever_its_kind(own_register: Path, tmp_path: Path) -> None:
    """And no register is made for it."""
    nowhere = str(tmp_path / "nowhere")
    for kind in ((), ("--kind", "ballerup"), ("--kind", "bodies")):
        status, _, error = run("data", "import", nowhere, *kind)
        assert (status, f"Error: There is nothing at {nowhere}." in error, own_register.exists()) == (
            1,
            True,
            False,
        )


def test_a_name_that_no_disk_can_hold_is_one_sentence(own_register: Path, tmp_path: Path) -> None:
    """What the operating system refuses is said in our own words, in both languages."""
    path = str(tmp_path / ("x" * 300))
    english, danish = (
        run("data", "import", path, OEJENHOEJDE_LANGUAGE=language) for language in ("en", "da")
    )
    assert (english[0], english[2]) == (1, f"Error: {path} can't be used: the name is too long.\n")
    assert (danish[0], danish[2]) == (1, f"Fejl: {path} kan ikke bruges: navnet er for langt.\n")


def as_nobody(*arguments: str, **environment: str) -> tuple[int, str]:
    """Exit status and error output for somebody without rights; skips where nobody else can be."""
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("only an administrator can run a program as somebody else")
    code = (
        "import os, sys; sys.path.insert(0, os.getcwd()); from data.__main__ import main; os.setuid(65534);"
        " sys.exit(main(sys.argv[1:]))"
    )
    process = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return process.returncode, process.stderr


def test_missing_rights_are_one_sentence(tmp_path: Path) -> None:
    """Of a folder to take in, a place for an export, and the register itself."""
    closed = tmp_path / "closed"
    (closed / "in").mkdir(parents=True)
    closed.chmod(0o700)
    for arguments in (("import", str(closed / "in")), ("export", str(closed / "out")), ("init",)):
        status, error = as_nobody(*arguments, OEJENHOEJDE_DATABASE=str(closed / "register.duckdb"))
        assert (status, len(error.splitlines()), "the rights for it are missing" in error) == (1, 1, True)


def test_a_folder_names_what_it_passes_over(own_register: Path, tmp_path: Path) -> None:
    """Names in capitals are recognised, misspelt ones are told, an export's own history is no stranger."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "Bodies.CSV").write_text("body,level,name\nplan,committee,Planudvalget\n")
    for name in ("assesments.csv", "budget.csv", "history.csv", "notes.txt"):
        (folder / name).write_text("a,b\n1,2\n")
    status, output, _ = run("data", "import", str(folder))
    notices = [line for line in output.splitlines() if line.startswith("Notice:")]
    assert (status, len(notices), "assessments.csv" in notices[0], "budget.csv" in notices[1]) == (
        0,
        2,
        True,
        True,
    )
    assert "Bodies.CSV: 1 taken" in output


def test_a_file_that_is_not_there_any_more_is_not_passed_over(own_register: Path, tmp_path: Path) -> None:
    """A link that points to nothing has the name of an exchange file: nothing is stored without it."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "bodies.csv").symlink_to(tmp_path / "moved.csv")
    (folder / "terms.csv").write_text("term,starts_on,ends_on\n2030-2033,2030-01-01,2033-12-31\n")
    status, output, error = run("data", "import", str(folder))
    assert (status, output, "bodies.csv can't be read" in error, own_register.exists()) == (
        1,
        "",
        True,
        False,
    )


def test_a_trial_makes_no_register(own_register: Path, tmp_path: Path) -> None:
    """It is held against an empty one; a file that is wholly rejected leaves none either, a good one does."""
    good, bad = tmp_path / "bodies.csv", tmp_path / "norms.csv"
    good.write_text("body,level,name\nplan,committee,Planudvalget\n")
    bad.write_text("norm,value,applies_from\ncoverage_min,much,2020-01-01\n")
    trial, refused = run("data", "import", str(good), "--dry-run"), run("data", "import", str(bad))
    assert (trial[0], "1 taken" in trial[1], refused[0]) == (0, True, 1)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["bodies.csv", "norms.csv"]
    assert (run("data", "import", str(good))[0], own_register.exists()) == (0, True)


def test_an_export_makes_no_register(own_register: Path, tmp_path: Path) -> None:
    """Where there is none, there is nothing to give out."""
    status, _, error = run("data", "export", str(tmp_path / "out"))
    assert (status, "There is no register" in error) == (1, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850"])
def test_no_letter_stops_a_command(own_register: Path, tmp_path: Path, encoding: str) -> None:
    """A terminal that can't show a letter shows another sign for it."""
    new_empty(own_register).close()
    file = tmp_path / "consultations.csv"
    file.write_text("consultation,title,end_on\nc1,Æblehøring,→ 🙂\n", encoding="utf-8")
    process = subprocess.run(
        [sys.executable, "-m", "data", "import", str(file)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "OEJENHOEJDE_LANGUAGE": "da"},
    )
    assert (process.returncode, process.stderr, b"consultations.csv" in process.stdout) == (1, b"", True)


def test_nothing_in_a_file_commands_the_terminal(own_register: Path, tmp_path: Path) -> None:
    """Control characters and marks that turn the direction of writing are spelt out."""
    new_empty(own_register).close()
    file = tmp_path / "consultations.csv"
    file.write_text("consultation,title,\x1b[2Jx\nc1,T,1\n", encoding="utf-8")
    assert "\\x1b[2jx" in run("data", "import", str(file))[1]
    file.write_text("consultation,title,end_on\nc1,T,\x1b]0;x\x07\u202e\n", encoding="utf-8")
    status, output, _ = run("data", "import", str(file))
    assert (status, "\\x1b]0;x\\x07\\u202e" in output, "\x1b" in output) == (1, True, False)


def test_problems_beyond_some_hundreds_are_counted(own_register: Path, tmp_path: Path) -> None:
    """Errors before notices: who has so many mends the first ones."""
    new_empty(own_register).close()
    file = tmp_path / "consultations.csv"
    rows = [f"c{i},T,1989-01-01,{'x' if i % 2 else ''}" for i in range(800)]
    file.write_text("\n".join(["consultation,title,start_on,contributions", *rows]))
    lines = run("data", "import", str(file))[1].splitlines()
    assert (sum(line.startswith("Error:") for line in lines), lines[300]) == (
        300,
        "consultations.csv: 900 more are not shown",
    )


def test_wrong_columns_are_not_mended_by_accepting_rows(own_register: Path, tmp_path: Path) -> None:
    """No row could be looked at; nor is there anything to accept where every row is bad."""
    new_empty(own_register).close()
    file = tmp_path / "bodies.csv"
    for content, advice in (
        ("body,level,nam\na,centre,A\n", "first row"),
        ("body,level,name\na,x,A\n", "mend the rows"),
    ):
        file.write_text(content)
        output = run("data", "import", str(file))[1]
        assert (advice in output, "--accept-valid" in output) == (True, False)


def interrupt(program: subprocess.Popen[str]) -> None:
    """Ctrl-C, and again where it came while Python was clearing something away, where it is lost."""
    for _ in range(10):
        program.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            program.wait(timeout=LIMIT / 10)
            return
    raise AssertionError("the program does not stop")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_ctrl_c_stores_nothing_and_says_so(own_register: Path, tmp_path: Path) -> None:
    """One sentence, status 130, and the register as it was."""
    new_empty(own_register).close()
    pipe = tmp_path / "consultations.csv"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "data", "import", str(pipe)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as running:
        with pipe.open("w") as writer:  # opens when the command has begun to read
            writer.write("consultation,title\nc1,T\n")
            writer.flush()
            interrupt(running)
        output, error = running.communicate()
    assert (running.returncode, output, error) == (
        130,
        "",
        "Error: Stopped before it was done. Nothing was stored.\n",
    )


def test_a_damaged_register_is_one_sentence_in_every_command(
    demonstration_file: Path, own_register: Path, tmp_path: Path
) -> None:
    """Whether it shows when opening or when reading."""
    whole = demonstration_file.read_bytes()
    file = tmp_path / "bodies.csv"
    file.write_text("body,level,name\nx,centre,X\n")
    commands = (
        ("data", "export", str(tmp_path / "out")),
        ("data", "import", str(file)),
        ("evaluation", "2022-2025/endterm"),
    )
    for command in commands:
        own_register.write_bytes(whole[:20_000] + random.Random(1).randbytes(len(whole) - 20_000))
        status, output, error = run_alone(*command)
        assert (status, output, error.count("\n"), "is damaged" in error) == (1, "", 1, True)
    assert not (tmp_path / "out").exists()


def test_a_frozen_text_that_is_none_is_one_sentence(own_register: Path) -> None:
    """Its checksum fits, but no evaluation can be read from it."""
    store = new_empty(own_register)
    text = "{}"
    checksum = hashlib.sha256(text.encode()).hexdigest()
    with store.transaction() as cursor:
        cursor.execute("update rounds set status = 'closed' where round = '2022-2025/endterm'")
        cursor.execute(
            "insert into closings values ('2022-2025/endterm', now()::timestamp, 'x', '0', $sum, $text, $sum,"
            " $text)",
            {"sum": checksum, "text": text},
        )
    store.close()
    status, _, error = run("evaluation", "2022-2025/endterm", "--format", "text")
    assert (status, error.count("\n"), "2022-2025/endterm can't be read" in error) == (1, 1, True)


def test_unusable_arguments_exit_2(own_register: Path) -> None:
    """As every command line does."""
    assert (run_alone("data", "fly")[0], run("evaluation")[0]) == (2, 2)
