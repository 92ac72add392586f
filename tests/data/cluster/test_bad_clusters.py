"""A cluster that can't be used is one sentence, soon."""

import importlib.util
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from data import queries
from data.cluster import address, cluster_lake, session
from data.cluster.address import ClusterError, name_of, place_of
from data.cluster.cluster_lake import ClusterLake
from data.database import Store
from tests.data.test_command_line import run
from tests.support.clusters import mute, sail
from tests.support.lakes import gathering, put
from tests.support.servers import free_port


@pytest.fixture(scope="module")
def lake(demonstration: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With one municipality in it."""
    folder = tmp_path_factory.mktemp("bad") / "lake"
    put(demonstration, folder, gathering("0151"))
    return folder


def evaluate(lake: Path, engine: str, **environment: str) -> tuple[int, str, str]:
    """Exit status, output and error output of the command."""
    return run("evaluation", "2022-2025/endterm", "--lake", str(lake), "--engine", engine, **environment)


class Silent(BaseHTTPRequestHandler):
    """Writes no log."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def web_server() -> Iterator[str]:
    """What is no cluster, and says so to whoever asks for pages."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"sc://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    "engine", ["spark", "sc://", "sc://a:99999", "sc://a b", "http://a:15002", "sc://a:1;token=x", "duckdb:x"]
)
def test_what_is_no_address_is_said(lake: Path, engine: str) -> None:
    """With how one is written; and nothing of a token."""
    status, output, error = evaluate(lake, engine)
    assert (status, output, error.count("\n")) == (1, "", 1)
    assert error.startswith(f"Error: {engine.partition(';')[0]} is no engine. Write duckdb, or")


def test_an_address_has_a_machine_and_a_port() -> None:
    """The port is the usual one where none is said; what may be secret is in no name."""
    engines = ("sc://h", "sc://h:1/", "sc://[::1]:7", "sc://h:2/;use_ssl=true;token=geheim")
    assert [place_of(each) for each in engines] == [("h", 15002), ("h", 1), ("::1", 7), ("h", 2)]
    assert [name_of(each) for each in engines] == ["sc://h", "sc://h:1", "sc://[::1]:7", "sc://h:2"]


def test_nobody_there_is_said_in_both_languages(lake: Path) -> None:
    """In one line, without what the client would write beside it."""
    engine = f"sc://127.0.0.1:{free_port()}"
    status, output, error = evaluate(lake, engine)
    assert (status, output) == (1, "")
    assert error == (
        f"Error: The cluster {engine} can't be reached. Check the address, and whether its Spark Connect"
        " server runs and may be reached from this machine.\n"
    )
    _, _, danish = evaluate(lake, engine, OEJENHOEJDE_LANGUAGE="da")
    assert danish.startswith(f"Fejl: Klyngen {engine} kan ikke nås.")


def test_what_is_no_cluster_is_said(lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What never says a word is not waited for longer than a moment; what speaks otherwise is not either."""
    monkeypatch.setattr(session, "SECONDS", 1)
    for server in (mute, web_server):
        with server() as engine:
            _, _, error = evaluate(lake, engine)
            assert error.startswith(f"Error: What answers at {engine} is no Spark Connect server")


def test_another_version_is_refused(cluster: str, lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By name, before anything runs; another last number is the same version."""
    monkeypatch.setattr(session, "_client_version", lambda: "4.1.3")
    status, output, error = evaluate(lake, cluster)
    assert (status, output) == (1, "")
    assert error.startswith(
        f"Error: The cluster {cluster} runs Spark 4.2, and this program speaks as Spark 4.1,"
    )
    monkeypatch.setattr(session, "_client_version", lambda: "4.2.9")
    assert evaluate(lake, cluster)[0] == 0


def test_without_the_extra_it_is_said_how_to_get_it(lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And DuckDB needs none of it."""
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(session, "find_spec", lambda name: None if name == "sqlglot" else find_spec(name))
    _, _, error = evaluate(lake, "sc://127.0.0.1:1")
    assert error.endswith("python -m pip install --require-hashes -r requirements-cluster.lock\n")
    assert evaluate(lake, "duckdb")[0] == 0


@pytest.mark.filterwarnings("ignore:.RETRIES_EXCEEDED")
def test_a_cluster_that_dies_is_said(lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not waited for."""
    monkeypatch.setattr(session, "FIRST_WAIT", 1)
    with sail() as (engine, server), ClusterLake(lake, engine) as on_cluster:
        assert queries.rounds.oldest_first(on_cluster)
        server.kill()
        server.wait()
        with pytest.raises(ClusterError) as failure:
            queries.rounds.oldest_first(on_cluster)
    assert str(failure.value).startswith(f"The cluster {engine} stopped answering before")


def test_workers_that_cannot_read_the_lake_are_said(
    cluster: str, lake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not every cluster says that a file is not there; what it does not see is no zero."""
    monkeypatch.setattr(cluster_lake, "file_of", lambda path, *_: path.with_name("elsewhere") / "x.parquet")
    status, output, error = evaluate(lake, cluster)
    assert (status, output, f"the lake {lake}" in error, "at this very path" in error) == (1, "", True, True)


def test_a_cluster_has_a_limit_of_patience() -> None:
    """Seconds, and not minutes."""
    assert address.SECONDS <= 10
    assert (
        sum(min(session.FIRST_WAIT * 4**number, session.LONGEST_WAIT) for number in range(session.RETRIES))
        < 5_000
    )
    assert socket.getdefaulttimeout() is None
