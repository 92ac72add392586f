"""People sign in through HTTPS: nginx and Caddy from the files in deploy/ before a running dashboard."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from materials.charts.export import chromium
from tests.support.provider import PASSWORD, settings_of
from tests.support.proxies import NAME, NGINX_PROGRAM, Ports, proxying
from tests.support.servers import free_port, serving
from tests.support.waiting import LIMIT

LINK = "/principle?principle=3&lang=en&round=2022-2025%2Fmidterm"
PROGRAMS = [
    pytest.param("nginx", marks=pytest.mark.skipif(not NGINX_PROGRAM, reason="nginx is not installed")),
    pytest.param(
        "caddy", marks=pytest.mark.skipif(not shutil.which("caddy"), reason="caddy is not installed")
    ),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """It finds the name on this machine."""
    expect.set_options(timeout=1_000 * LIMIT)
    arguments = ["--no-sandbox", f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        yield browser
        browser.close()


def sign_in(page: Page) -> None:
    """With the provider's own form, and the leave that it asks for."""
    page.get_by_role("button", name=re.compile("^(Sign in|Log ind)")).click()
    page.locator("input[name=login]").fill("sofie")
    page.keyboard.press("Enter")
    page.locator("input[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Accept").click()


@pytest.mark.faults
@pytest.mark.parametrize("path", ["", "/vurdering"])
@pytest.mark.parametrize("program", PROGRAMS)
def test_signing_in_through_https(
    program: str, path: str, browser: Browser, demonstration_file: Path, tmp_path: Path
) -> None:
    """The link that was opened is kept, cookies are for TLS alone, pages come over wss, and signing out ends
    it; also under a path. What counts the server's work stays inside, and http leads to https.
    """
    database, console = tmp_path / "register.duckdb", tmp_path / "console.txt"
    shutil.copy(demonstration_file, database)
    ports = Ports(free_port(), free_port(), free_port())
    address = ports.address + path
    with ExitStack() as stack:
        provider = stack.enter_context(serving(("tests.support.provider", address), free_port(), {}))
        environment = settings_of(database, address, provider, prompt="consent")
        options = ("--server.headless", "true", *(("--server.baseUrlPath", path) if path else ()))
        command = ("streamlit", "run", "dashboard.py", *options, "--server.port")
        output = stack.enter_context(console.open("w"))
        stack.enter_context(serving(command, ports.dashboard, environment, output=output))
        stack.enter_context(proxying(program, tmp_path, ports))

        visit = stack.enter_context(browser.new_context(ignore_https_errors=True))
        visit.set_default_timeout(1_000 * LIMIT)
        page = visit.new_page()
        sockets: list[str] = []
        page.on("websocket", lambda socket: sockets.append(socket.url))
        answer = page.goto(f"{address}{LINK}")
        assert answer and answer.headers["strict-transport-security"] == "max-age=31536000"
        sign_in(page)
        page.get_by_label("Code from the console").fill(
            re.findall(r"comes then: (\S+)\. ", console.read_text())[-1]
        )
        assert page.url == f"{address}{LINK}"
        page.get_by_role("button", name="Become the first administrator").click()
        page.get_by_role("button", name="Sofie Sekretær").wait_for()
        assert page.url == f"{address}{LINK}"
        cookies = [cookie for cookie in visit.cookies() if cookie["domain"] == NAME]
        assert {cookie["name"] for cookie in cookies if not cookie["secure"]} == set()
        assert {"_streamlit_user", "_streamlit_xsrf"} <= {cookie["name"] for cookie in cookies}
        assert set(sockets) == {f"{address.replace('https', 'wss')}/_stcore/stream"}
        metrics = f"fetch('{path}/_stcore/metrics').then(answer => answer.status)"
        assert page.evaluate(metrics) == 404
        page.get_by_role("button", name="Sofie Sekretær").click()
        page.get_by_role("button", name="Sign out", exact=True).click()
        page.get_by_role("button", name=re.compile("^(Sign in|Log ind)")).wait_for()
        assert not [cookie for cookie in visit.cookies() if cookie["name"] == "_streamlit_user"]
        status, location = redirect(ports.http)
        assert status in (301, 308) and location.startswith(f"https://{NAME}")


def redirect(port: int) -> tuple[int, str]:
    """What is answered to a request without TLS."""
    connection = HTTPConnection("127.0.0.1", port, timeout=LIMIT)
    connection.request("GET", "/", headers={"Host": NAME})
    answer = connection.getresponse()
    return answer.status, answer.headers["Location"]
