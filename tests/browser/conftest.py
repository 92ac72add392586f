"""A real server and a real Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from materials.charts.export import chromium
from tests.support.servers import running
from tests.support.visitor import SCRIPT_RUNS
from tests.support.waiting import LIMIT

ROOT = Path(__file__).parents[2]
COLD_PORT = 18_501
expect.set_options(timeout=1_000 * LIMIT)  # a machine may be busy with something else


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The Chromium that draws chart files also opens the pages; its sandbox works for everyone but root."""
    arguments = ["--no-first-run", "--disable-background-networking"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    return {"executable_path": chromium(), "args": arguments}


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


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A fresh page in it."""
    page = context.new_page()
    yield page
    page.close()


@pytest.fixture
def cold_server(demonstration_file: Path, tmp_path: Path, worker_id: str) -> Callable[..., Any]:
    """A server that nobody has visited, with a register of its own; extra settings go into its environment.

    Each worker has its own port for them, one server after another, so that the browser knows their scripts
    again.
    """
    database = tmp_path / "cold.duckdb"
    shutil.copy(demonstration_file, database)
    port = COLD_PORT + int(worker_id.removeprefix("gw") if worker_id != "master" else 0)
    return lambda **environment: running(database, port=port, **environment)


@pytest.fixture(scope="module")
def server(demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A warm server for a whole module, with a register of its own; gives its address."""
    database = tmp_path_factory.mktemp("server") / "register.duckdb"
    shutil.copy(demonstration_file, database)
    with running(database) as address:
        yield address
