"""A real server and a real Chromium."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from data.atomic_file import log_of
from tests.support.launching import launch_arguments
from tests.support.reading import NAMES_COMPUTED
from tests.support.registers import new_empty
from tests.support.servers import running
from tests.support.visitor import SCRIPT_RUNS
from tests.support.waiting import LIMIT

ROOT = Path(__file__).parents[2]
PORTS = 18_501
"""From here on each worker has two: at the same address the browser knows a server's scripts again."""
expect.set_options(timeout=1_000 * LIMIT)  # a machine may be busy with something else


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The Chromium that draws chart files, which also tells what it gives to screen readers."""
    arguments = launch_arguments()
    return {**arguments, "args": [*arguments["args"], NAMES_COMPUTED]}


@pytest.fixture(scope="session")
def context(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """One browser for all tests of a run: like a person's, it keeps the megabytes of scripts that it has
    loaded once.
    """
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(1_000 * LIMIT)
    context.add_init_script(path=SCRIPT_RUNS)
    yield context
    context.close()


@pytest.fixture(scope="session")
def violations() -> list[str]:
    """What the browser refused in that tab since somebody last asked."""
    return []


@pytest.fixture(scope="session")
def tab(context: BrowserContext, violations: list[str]) -> Page:
    """One tab for all tests of a run: a new one would compile those scripts anew."""
    tab = context.new_page()
    tab.on("console", lambda message: _note(message.text, violations))
    return tab


def _note(text: str, violations: list[str]) -> None:
    if "Content Security Policy" in text:
        violations.append(text)


@pytest.fixture
def page(tab: Page, violations: list[str]) -> Iterator[Page]:
    """The tab as if it were new: without a history, nothing stored, a laptop's window in daylight. No page
    may ask for what its own headers forbid.
    """
    violations.clear()
    tab.set_viewport_size({"width": 1280, "height": 720})
    tab.emulate_media(color_scheme="light")
    session = tab.context.new_cdp_session(tab)
    session.send("Page.resetNavigationHistory")
    session.detach()
    yield tab
    assert violations == []
    if tab.url.startswith("http"):
        tab.evaluate("localStorage.clear(); sessionStorage.clear()")
    tab.goto("about:blank")


@pytest.fixture
def cold_server(demonstration_file: Path, tmp_path: Path, port: int) -> Callable[..., Any]:
    """A server that nobody has visited, with a register of its own; extra settings are its environment."""
    database = tmp_path / "cold.duckdb"
    shutil.copy(demonstration_file, database)
    return lambda **environment: running(database, port=port, **environment)


@pytest.fixture(scope="session")
def port(worker_id: str) -> int:
    """A worker's port for the servers that a test starts itself, one after another."""
    return PORTS + 2 * int(worker_id.removeprefix("gw") if worker_id != "master" else 0)


@pytest.fixture(scope="session")
def server_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a worker's server says."""
    path = tmp_path_factory.mktemp("log") / "server.log"
    path.touch()
    return path


@pytest.fixture(autouse=True)
def nothing_unforeseen(server_log: Path) -> Iterator[None]:
    """No error that the server met and no page foresaw goes by unseen."""
    before = server_log.stat().st_size
    yield
    news = server_log.read_bytes()[before:].decode()
    assert '"places"' not in news and "Traceback" not in news, news


@pytest.fixture(scope="session")
def warm_server(
    demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory, port: int, server_log: Path
) -> Iterator[tuple[str, Path]]:
    """A worker's server for all its modules: its address, and where its register lies."""
    place = Path(shutil.copy(demonstration_file, tmp_path_factory.mktemp("server") / "register.duckdb"))
    with server_log.open("w") as output, running(place, port=port + 1, output=output) as address:
        yield address, place


@pytest.fixture(scope="module")
def server(server_file: Path, warm_server: tuple[str, Path]) -> str:
    """The address of a warm server, in which a module's register was put in the place of the last one's, as
    a backup is.
    """
    address, place = warm_server
    log_of(place).unlink(missing_ok=True)
    server_file.replace(place)
    return address


@pytest.fixture(scope="module")
def server_file(demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register that a module gives its server; it may be changed before."""
    return Path(shutil.copy(demonstration_file, tmp_path_factory.mktemp("module") / "register.duckdb"))


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with rounds, principles and norms only, for a module that wants that in its server."""
    path = tmp_path_factory.mktemp("empty") / "register.duckdb"
    new_empty(path).close()
    return path
