"""People sign in with the certified provider of npm, where Node is. It is stricter than the one that every
test runs with, and refuses a sign-in without PKCE.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from tests.support.launching import launch_arguments
from tests.support.provider import CLIENT, SECRET, settings_of
from tests.support.servers import free_port, listening, serving
from tests.support.waiting import LIMIT, wait_until

pytestmark = pytest.mark.faults

OURS = Path(__file__).parent / "certified_provider"
LINK = "/principle?principle=3&lang=en&round=2022-2025%2Fmidterm"
FETCHING = 300
"""Seconds that npm may take to fetch the provider."""


class Servers(NamedTuple):
    """The dashboard's address, and what it and the provider print."""

    address: str
    console: Path
    request_log: Path

    def requests(self, what: str) -> list[dict[str, Any]]:
        """What the dashboard has asked of the provider, of one kind."""
        lines = [line for line in self.request_log.read_text().splitlines() if line.startswith("{")]
        return [each for each in map(json.loads, lines) if each["what"] == what]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The Chromium that draws chart files."""
    return launch_arguments()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A temporary folder with the provider in it, as the lock file pins it."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("Node is not on this machine")
    folder = tmp_path_factory.mktemp("certified") / "provider"
    shutil.copytree(OURS, folder)
    command = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=FETCHING)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as problem:
        pytest.skip(f"npm could not fetch the provider: {problem}")
    return folder


@pytest.fixture(scope="module")
def servers(
    demonstration_file: Path, installed: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Servers]:
    """A dashboard where people sign in, and the certified provider beside it."""
    folder = tmp_path_factory.mktemp("sign in")
    database = Path(shutil.copy(demonstration_file, folder / "register.duckdb"))
    port, provider_port = free_port(), free_port()
    now = Servers(f"http://127.0.0.1:{port}", folder / "console.txt", folder / "asked.txt")
    node = ("node", "provider.mjs", CLIENT, SECRET, now.address, str(provider_port))
    with ExitStack() as stack:
        log = stack.enter_context(now.request_log.open("w"))
        issuer = stack.enter_context(listening(node, provider_port, installed, settings={}, output=log))
        settings = settings_of(database, now.address, issuer)
        output = stack.enter_context(now.console.open("w"))
        command = ("streamlit", "run", "dashboard.py", "--server.headless", "true", "--server.port")
        stack.enter_context(serving(command, port, settings, output=output))
        yield now


def visitor(browser: Browser) -> Page:
    """A browser of their own, with time for a busy machine."""
    context = browser.new_context()
    context.set_default_timeout(1_000 * LIMIT)
    return context.new_page()


def sign_in(page: Page, who: str) -> None:
    """From the page that asks for it, through the provider's form and what it asks of a new client."""
    page.get_by_role("button", name=re.compile("^(Sign in|Log ind)$")).click()
    page.locator("input[name=login]").fill(who)
    page.locator("input[name=password]").fill("any")
    page.get_by_role("button", name="Sign-in").click()
    page.get_by_role("button", name="Continue").click()


def test_there_and_back_with_groups_and_out_again(browser: Browser, servers: Servers) -> None:
    """With PKCE and a nonce, to the page one came for; a group gives the role; signing out reaches the
    provider, and a visit ends when the provider's word runs out.
    """
    sofie = visitor(browser)
    sofie.goto(f"{servers.address}/access?lang=en")
    sign_in(sofie, "sofie")
    sofie.get_by_text("You are signed in as Sofie Sekretær").wait_for()
    sofie.get_by_label("Code from the console").fill(
        re.findall(r"comes then: (\S+)\. ", servers.console.read_text())[-1]
    )
    sofie.get_by_role("button", name="Become the first administrator").click()
    sofie.get_by_label("Value").first.fill("by")
    sofie.get_by_role("button", name="Add the rule").click()
    sofie.get_by_text("is added.").wait_for()

    mette = visitor(browser)
    mette.goto(f"{servers.address}{LINK}")
    sign_in(mette, "mette")
    mette.get_by_role("button", name="Mette Møller").wait_for()
    assert mette.url == f"{servers.address}{LINK}"
    requests = servers.requests("authorization")
    assert {each["code_challenge_method"] for each in requests} == {"S256"}
    assert len({each["nonce"] for each in requests}) == len(requests)
    assert all(each["with_verifier"] for each in servers.requests("token"))

    sofie.get_by_role("button", name="Sofie Sekretær", exact=True).click()
    sofie.get_by_role("button", name="Sign out", exact=True).click()
    sofie.get_by_role("button", name="Yes, sign me out").click()
    sofie.get_by_role("button", name=re.compile("^(Sign in|Log ind)$")).wait_for()
    assert sofie.url.startswith(servers.address) and len(servers.requests("end")) == 1

    wait_until(lambda: is_signed_out(mette))  # its word holds for a minute, and clocks may differ by another


def is_signed_out(page: Page) -> bool:
    """Whether the page, loaded again, asks to sign in."""
    page.reload()
    button = page.get_by_role("button", name="Sign in", exact=True)
    button.or_(page.get_by_role("button", name="Mette Møller")).wait_for()
    return button.is_visible()
