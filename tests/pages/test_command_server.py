"""Commands beside a dashboard that has the register open: done by it, with the same words, files and exit
status as without one.
"""

import http.client
import io
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import streamlit as st

import data.__main__
import evaluation.__main__
import materials.__main__
from data import queries, running_dashboard
from data.database import Store
from data.lake.check import manifests_of
from pages import session
from pages.server.command_server import command_server
from tests.support.waiting import wait_until

ROUND = "2022-2025/endterm"
PROGRAMS = {
    "data": data.__main__.main,
    "evaluation": evaluation.__main__.main,
    "materials": materials.__main__.main,
}


def run(program: str, *arguments: str) -> tuple[int, str, str]:
    """Exit status, output and error output, without the lines of the dashboard's own log, which has the same
    output here.
    """
    written = [io.BytesIO(), io.BytesIO()]
    output, error = (io.TextIOWrapper(each, encoding="utf-8", write_through=True) for each in written)
    with redirect_stdout(output), redirect_stderr(error):
        status = PROGRAMS[program](arguments)
    lines = written[0].getvalue().decode().splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith('{"time": '))
    return status, text, written[1].getvalue().decode()


@contextmanager
def dashboard(register: Path) -> Iterator[None]:
    """What a dashboard does of it: the register open, and its own server for commands."""
    st.cache_resource.clear()
    store = session.store()
    with command_server(register):
        wait_until(lambda: running_dashboard.find(register) is not None)
        yield
    store.close()
    st.cache_resource.clear()


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_command_says_and_writes_the_same(with_demonstration: Path, tmp_path: Path) -> None:
    """Evaluation, export, materials, and every refusal."""
    rows = tmp_path / "consultations.csv"
    rows.write_text("consultation,title\nc1,T\nc1,X\n", encoding="utf-8")
    commands = (
        ("evaluation", ROUND),
        ("evaluation", ROUND, "--format", "text"),
        ("evaluation", "2022-2025/no"),
        ("data", "import", str(rows)),
        ("data", "import", str(rows), "--sheet", "No"),
        ("data", "imports"),
        ("data", "undo", "7"),
        ("materials", ROUND, "--only", "minutes", "--out", str(tmp_path / "out")),
        ("data", "export", str(tmp_path / "out")),
    )
    outcomes = []
    for is_beside in (False, True):
        with dashboard(with_demonstration) if is_beside else threading.Lock():
            results = [run(*command) for command in commands]
        outcomes.append((results, files_in(tmp_path / "out")))
        shutil.rmtree(tmp_path / "out")
    alone, beside = outcomes
    assert beside == alone
    assert [status for status, *_ in alone[0]] == [0, 0, 1, 1, 1, 0, 1, 0, 0]


def test_a_register_is_gathered_beside_its_dashboard_too(with_demonstration: Path, tmp_path: Path) -> None:
    """The same files, put in place where the command was given, and an event of who did it."""
    outcomes = []
    for lake, is_beside in ((tmp_path / "alone", False), (tmp_path / "beside", True)):
        with dashboard(with_demonstration) if is_beside else threading.Lock():
            status, output, _ = run("data", "gather", str(lake), "--municipality", "151")
        (manifest,) = manifests_of(lake).values()
        outcomes.append((status, output.replace(str(lake), ""), manifest.files))
    alone, beside = outcomes
    assert beside == alone
    assert alone[:2] == (0, "0151 Ballerup: 2,555 rows gathered into \n")
    store = Store(with_demonstration)
    events = store.rows("select action, subject, person from audit_events where subject = 'gather 0151'")
    store.close()
    assert events == [("export", "gather 0151", "Ida Prøve")] * 2


def test_what_a_command_takes_in_is_on_the_next_page(with_demonstration: Path, tmp_path: Path) -> None:
    """By the name of who ran it; and the import of a folder too."""
    (tmp_path / "in").mkdir()
    rows = tmp_path / "in" / "consultations.csv"
    rows.write_text("consultation,title\nc-new,Ny legeplads\n", encoding="utf-8")
    with dashboard(with_demonstration):
        before = session.version()
        assert run("data", "import", str(tmp_path / "in"))[0] == 0
        store = session.store()
        assert session.version() != before
        titles = queries.consultations.titles(store)
        assert titles["c-new"] == "Ny legeplads"
        who = store.rows("select who from history where record = 'c-new'")
    assert who == [("Ida Prøve",)]


def test_an_export_never_writes_over_what_is_not_its_own(with_demonstration: Path, tmp_path: Path) -> None:
    """Looked at where the folder is, before anything is asked for."""
    own = tmp_path / "out" / "bodies.csv"
    own.parent.mkdir()
    own.write_text("mine")
    with dashboard(with_demonstration):
        status, _, error = run("data", "export", str(own.parent))
    assert (status, "which no export wrote" in error, files_in(own.parent)) == (
        1,
        True,
        {"bodies.csv": b"mine"},
    )


def test_without_the_secret_nothing_is_done(with_demonstration: Path) -> None:
    """Nor with another; and what is no command at all is refused."""
    with dashboard(with_demonstration):
        there = running_dashboard.find(with_demonstration)
        assert there is not None
        statuses = []
        for key in ("", "Bearer", f"Bearer {'x' * len(there.secret)}", f"Bearer {there.secret}"):
            connection = http.client.HTTPConnection(there.host, there.port)
            connection.request("POST", "/commands", b"no zip", {"authorization": key})
            answer = connection.getresponse()
            statuses.append((answer.status, answer.read()))
            connection.close()
    assert statuses == [(403, b"")] * 3 + [(200, b'{"refusal": "", "status": 2}\n')]
