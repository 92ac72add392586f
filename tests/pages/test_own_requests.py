"""What the server itself asks for: nothing beyond this machine, whoever tries to make it."""

import http.client
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from data.recovery import connect
from tests.pages.test_server import UPGRADE
from tests.support.servers import running
from tests.support.sign_ins import SETTINGS
from tests.support.watching import watched

OWN = "oejenhoejde.example.org"


def open_websocket(port: int, host: str, origin: str) -> int:
    """The status with which a websocket is answered that gives this Host and this Origin, letter by
    letter.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    connection.putrequest("GET", "/_stcore/stream", skip_host=True)
    for name, value in [("host", host), ("origin", origin), *UPGRADE.items()]:
        connection.putheader(name, value)
    connection.endheaders()
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("settings", "options"),
    [({}, ()), (SETTINGS, ("--server.address", "0.0.0.0"))],
    ids=["alone", "signed in, listening to the network"],
)
def test_the_server_asks_nobody(
    demonstration_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: dict[str, str],
    options: tuple[str, ...],
) -> None:
    """At its start, and for websockets of its own page however they spell it, of other pages, of other ports
    and of none: those are refused before Streamlit would ask the internet whether this machine is meant.
    """
    database = Path(shutil.copy(demonstration_file, tmp_path / "register.duckdb"))
    notes = tmp_path / "notes"
    notes.touch()
    for name, value in (settings | watched(notes)).items():
        monkeypatch.setenv(name, value)
    with running(database, options=options) as address:
        here = address.removeprefix("http://")
        port = int(here.rpartition(":")[2])
        status_by_request = {
            (host, origin): open_websocket(port, host, origin)
            for host, origin in [
                (here, f"http://{here}"),
                (f"LOCALHOST.:{port}", f"http://localhost.:{port}"),
                (here, "http://kommune.example.net"),
                (here, f"http://127.0.0.1:{port + 1}"),
                (here, f"http://[{here}"),
                (here, "null"),
                (here, ""),
                (OWN.upper(), f"https://{OWN}"),
                (OWN, f"http://{OWN}"),
                (OWN, f"https://{OWN}:8443"),
            ]
        }
    assert notes.read_text() == ""
    own = 101 if settings else 403
    assert list(status_by_request.values()) == [101, 101, 403, 403, 403, 403, 403, own, 403, 403]


@contextmanager
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """A place on this machine that notes what is asked of it, and answers nothing; gives its address."""
    requests: list[bytes] = []

    def listen() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                requests.append(connection.recv(1000))

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", requests
        server.shutdown(socket.SHUT_RDWR)
    thread.join()


def test_the_database_fetches_no_extension(tmp_path: Path) -> None:
    """Not even the first connection of the process, at a query that would bring one by itself; a database
    without our settings asks the place that this test listens at.
    """
    query = "select * from read_xlsx('http://127.0.0.1/x.xlsx')"
    with listener() as (address, requests):
        place = {"custom_extension_repository": address, "extension_directory": str(tmp_path / "extensions")}
        own = connect(tmp_path / "own.duckdb", place)
        with pytest.raises(duckdb.Error):
            own.execute(query)
        own.close()
        assert requests == []
        with duckdb.connect(config=dict(place)) as other, pytest.raises(duckdb.Error):
            other.execute(query)
    assert requests and requests[0].startswith(b"GET ")
