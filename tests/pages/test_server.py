"""What the server answers, and whom: a real one, asked without a browser."""

import asyncio
import http.client
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from starlette.types import Message
from streamlit.web.server.starlette.starlette_server import _bind_socket

from materials.table_csv import table_csv
from pages.server import browser_history
from pages.server.connections import send_at_once
from pages.server.loopback import is_local, is_loopback
from pages.server.middleware import HEADERS, Delivery
from pages.server.streamlit_texts import ADDRESS
from tests.support.connections import NODELAY, nodelay
from tests.support.servers import ROOT, free_port, running, serving

PAGE = {"accept": "text/html"}
UPGRADE = {
    "connection": "Upgrade",
    "upgrade": "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "x3JJHMbDL1EzLkh9GBhXDw==",
}


@pytest.fixture(scope="module")
def port(demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A server for the whole module; gives its port."""
    database = tmp_path_factory.mktemp("server") / "register.duckdb"
    shutil.copy(demonstration_file, database)
    with running(database) as address:
        yield int(address.rpartition(":")[2])


def ask(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    connection.request(
        "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    response = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return response


@pytest.mark.thorough
@pytest.mark.parametrize(
    "path", ["/", "/method", "/_stcore/health", "/_stcore/metrics", "/media/x.png", ADDRESS]
)
def test_another_name_than_this_machine_s_is_refused(port: int, path: str) -> None:
    """Whatever is asked for: a page elsewhere may have its name pointed here."""
    status, _, body = ask(port, path, host="example.org")
    assert status == 403 and b"this machine only" in body
    assert ask(port, path, host=f"localhost:{port}")[0] in (200, 404)


@pytest.mark.parametrize("header", ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"])
def test_what_a_proxy_passes_on_is_refused(port: int, header: str) -> None:
    """It may speak for somebody elsewhere, though it gives this machine's own name."""
    assert ask(port, "/", **{header: "192.0.2.7"})[0] == 403
    assert ask(port, "/_stcore/stream", **UPGRADE, **{header: "192.0.2.7"})[0] == 403


def test_a_websocket_of_another_page_is_refused(port: int) -> None:
    """By its Host and by its Origin; the page's own is answered."""
    own = f"127.0.0.1:{port}"
    assert ask(port, "/_stcore/stream", **UPGRADE, host="example.org", origin="http://example.org")[0] == 403
    assert ask(port, "/_stcore/stream", **UPGRADE, host=own, origin="http://example.org")[0] == 403
    assert ask(port, "/_stcore/stream", **UPGRADE, host=own, origin=f"http://127.0.0.1:{port + 1}")[0] == 403


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("LOCALHOST.", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("example.org", False),
        ("localhost.example.org", False),
        ("127.0.0.1.example.org", False),
        ("", False),
    ],
)
def test_which_names_mean_this_machine(host: str, loopback: bool) -> None:
    """Its loopback addresses and its own name, and nothing that only looks like them."""
    assert is_loopback(host) is loopback


@pytest.mark.parametrize(
    ("server", "host", "local"),
    [
        (("127.0.0.1", 8501), b"localhost:8501", True),
        (("::1", 8501), b"[::1]:8501", True),
        (("/run/dashboard.sock", None), b"localhost", True),
        (("192.168.1.5", 8501), b"localhost:8501", False),
        (("127.0.0.1", 8501), b"dashboard.example.org", False),
        (("127.0.0.1", 8501), b"", False),
        (None, b"localhost", False),
    ],
)
def test_socket_and_host_must_both_be_this_machine(
    server: tuple[str, Any] | None, host: bytes, local: bool
) -> None:
    """Another server than Streamlit's own may have been told to listen to everybody."""
    assert is_local({"type": "http", "server": server, "headers": [(b"host", host)]}) is local


STREAMLIT = "-m streamlit run dashboard.py --server.headless true --server.port {port}"
UVICORN = "-m uvicorn dashboard:app --port {port}"


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("command", "settings"),
    [
        (f"{STREAMLIT} --server.address 0.0.0.0", {}),
        (STREAMLIT, {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}),
        (f"{UVICORN} --host 0.0.0.0", {}),
        (UVICORN, {"UVICORN_HOST": "0.0.0.0"}),
    ],
    ids=["option", "environment", "uvicorn", "uvicorn's environment"],
)
def test_it_does_not_start_open_to_the_network(
    own_register: Path, command: str, settings: dict[str, str]
) -> None:
    """One sentence, no traceback, and no register made."""
    end = subprocess.run(
        [sys.executable, *command.format(port=free_port()).split()],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (end.returncode, "Traceback" in end.stderr, own_register.exists()) == (1, False, False)
    assert "won't start on 0.0.0.0" in end.stderr


def test_a_page_says_its_language_and_brings_its_texts(port: int) -> None:
    """Danish where nothing else is asked for."""
    for path, language in (("/", b"da"), ("/?lang=en", b"en"), ("/?lang=xx", b"da")):
        status, headers, body = ask(port, path, **PAGE)
        assert (status, b'<html lang="%b">' % language in body) == (200, True)
        assert f'<script src=".{ADDRESS}" defer>'.encode() in body and len(body) == int(
            headers["content-length"]
        )
        assert headers["x-content-type-options"] == "nosniff"
    for address in (ADDRESS, browser_history.ADDRESS):
        assert f'<script src=".{address}" defer>'.encode() in body
        assert ask(port, address)[1]["content-type"].startswith("text/javascript")


@pytest.mark.thorough
def test_under_a_base_path_the_texts_come_too(demonstration_file: Path, tmp_path: Path) -> None:
    """The script is the script, and not the page."""
    database = Path(shutil.copy(demonstration_file, tmp_path / "register.duckdb"))
    with running(database, options=("--server.baseUrlPath", "inddragelse")) as address:
        port = int(address.rpartition(":")[2])
        status, headers, body = ask(port, f"/inddragelse{ADDRESS}")
        assert (status, headers["content-type"].partition(";")[0]) == (200, "text/javascript")
        assert b'<html lang="da">' in ask(port, "/inddragelse/", **PAGE)[2]


def test_a_connection_that_is_accepted_sends_at_once() -> None:
    """At a socket as Streamlit binds it, which asyncio passes over; and at no other kind of file."""
    with (
        _bind_socket("127.0.0.1", 0, 1) as listener,
        socket.create_connection(listener.getsockname()) as before,
    ):
        listener.setblocking(True)
        delayed, _ = listener.accept()
        send_at_once()
        with socket.create_connection(listener.getsockname()):
            prompt, _ = listener.accept()
            assert [nodelay(each) for each in (delayed, before, prompt)] == [False, False, True]
        delayed.close()
        prompt.close()


@pytest.mark.thorough
@pytest.mark.parametrize(("delayed", "expected"), [("", b"True"), ("1", b"False")])
def test_streamlit_s_server_sends_at_once(
    demonstration_file: Path, tmp_path: Path, delayed: str, expected: bytes
) -> None:
    """And doesn't where the benchmark takes the option away again."""
    database = Path(shutil.copy(demonstration_file, tmp_path / "register.duckdb"))
    with running(database, script="tests/support/connection_app.py", DELAYED=delayed) as address:
        assert ask(int(address.rpartition(":")[2]), NODELAY)[2] == expected


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("module", "path", "expected"),
    [("dashboard", "/_stcore/health", b"ok"), ("tests.support.connection_app", NODELAY, b"True")],
)
def test_uvicorn_alone_serves_too(
    demonstration_file: Path, tmp_path: Path, module: str, path: str, expected: bytes
) -> None:
    """It starts, and sends at once by itself."""
    database = shutil.copy(demonstration_file, tmp_path / "register.duckdb")
    port = free_port()
    command = ("uvicorn", f"{module}:app", "--port")
    with serving(command, port, {"OEJENHOEJDE_DATABASE": str(database)}):
        assert ask(port, path)[2] == expected


@pytest.mark.thorough
def test_the_log_of_a_start_holds_no_warning(demonstration_file: Path, tmp_path: Path) -> None:
    """What IT operations would have to look up."""
    database = Path(shutil.copy(demonstration_file, tmp_path / "register.duckdb"))
    log = tmp_path / "log"
    with log.open("w") as output, running(database, output=output) as address:
        ask(int(address.rpartition(":")[2]), "/", **PAGE)
    lines = [line for line in log.read_text().splitlines() if line.strip()]
    assert not [line for line in lines if "No runtime found" in line or "arning" in line], lines


def delivered(*messages: Message, **headers: str) -> list[Message]:
    """What goes out when the app answers a browser's request with these messages."""
    sent: list[Message] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        for message in messages:
            await send(message)

    async def keep(message: Message) -> None:
        sent.append(message)

    async def nothing() -> Message:
        return {"type": "http.request"}

    scope = {"type": "http", "path": "/media/x", "query_string": b"", "headers": [(b"accept", b"text/html")]}
    with ThreadPoolExecutor(1) as thread:  # Playwright's loop may be running in this one
        thread.submit(asyncio.run, Delivery(app)(scope, nothing, keep)).result()
    return sent


def start(kind: bytes, *more: tuple[bytes, bytes]) -> Message:
    """The beginning of an answer."""
    return {"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind), *more]}


@pytest.mark.parametrize(
    "beginning",
    [
        start(b"application/zip"),
        start(b"text/html", (b"content-disposition", b'attachment; filename="x.html"')),
    ],
)
def test_a_file_is_not_taken_for_a_page(beginning: Message) -> None:
    """Each part goes out as it comes, whatever the browser would have accepted."""
    parts = [
        {"type": "http.response.body", "body": b"x" * 1000, "more_body": more} for more in (True, True, False)
    ]
    sent = delivered(beginning, *parts)
    assert sent[1:] == parts
    assert {name for name, _ in sent[0]["headers"]} >= HEADERS.keys()


def test_a_very_long_page_goes_through_too() -> None:
    """A hundred megabytes in small parts are not joined again and again."""
    part = {"type": "http.response.body", "body": b"x" * 100_000, "more_body": True}
    sent = delivered(start(b"text/html"), *[part] * 1000, {**part, "more_body": False})
    assert sum(len(message.get("body", b"")) for message in sent) == 100_100_000
    assert len(sent) > 900


def test_a_table_s_file_calculates_nothing() -> None:
    """Formulas are guarded, in cells and headers; a Danish Excel opens it by double click."""
    table = pd.DataFrame(
        {"=navn": ["=1+1", "+1", "-1", "@x", "\t=1", "Æble; pære"], "tal": [1, 2, 3, 4, 5, 6.5]}
    )
    assert table_csv(table).decode().split("\r\n") == [
        "\ufeff'=navn;tal",
        "'=1+1;1,0",
        "'+1;2,0",
        "'-1;3,0",
        "'@x;4,0",
        "'\t=1;5,0",
        '"Æble; pære";6,5',
        "",
    ]
