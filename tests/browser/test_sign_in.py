"""People sign in with a real provider: there and back to the page they came for, roles, and out
everywhere.
"""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.provider import PASSWORD, settings_of
from tests.support.servers import free_port, serving

LINK = "/principle?principle=3&lang=en&round=2022-2025%2Fmidterm"


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the dashboard prints."""
    return tmp_path_factory.mktemp("console") / "console.txt"


@pytest.fixture(scope="module")
def provider() -> Iterator[ExitStack]:
    """The provider, once it is entered; closed, it does not answer any more."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture(scope="module")
def address(
    demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory, console: Path, provider: ExitStack
) -> Iterator[str]:
    """A dashboard where people sign in, and the provider beside it."""
    database = tmp_path_factory.mktemp("sign in") / "register.duckdb"
    shutil.copy(demonstration_file, database)
    port = free_port()
    own = f"http://127.0.0.1:{port}"
    with ExitStack() as stack:
        issuer = provider.enter_context(serving(("tests.support.provider", own), free_port(), {}))
        settings = settings_of(database, own, issuer)
        output = stack.enter_context(console.open("w"))
        command = ("streamlit", "run", "dashboard.py", "--server.headless", "true", "--server.port")
        yield stack.enter_context(serving(command, port, settings, output=output))


def sign_in(page: Page, who: str) -> None:
    """From the page that asks for it, with the provider's own form."""
    page.get_by_role("button", name=re.compile("^(Sign in|Log ind)")).click()
    page.locator("input[name=login]").fill(who)
    page.keyboard.press("Enter")
    page.locator("input[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")


def test_from_the_code_on_the_console_to_a_role_and_out_again(
    browser: Browser, address: str, console: Path
) -> None:
    """The first administrator gives a group a role; whoever is in it comes to the page they opened, may read
    and not administer; after signing out, a copy of their cookies lets nobody in.
    """
    sofie = browser.new_page()
    sofie.goto(f"{address}/access?lang=en")
    sign_in(sofie, "sofie")
    sofie.get_by_text("You are signed in as Sofie Sekretær").wait_for()
    code = sofie.get_by_label("Code from the console")
    code.fill("a guess")
    sofie.get_by_role("button", name="Become the first administrator").click()
    sofie.get_by_text("That is not the code").wait_for()
    code.fill(re.findall(r"comes then: (\S+)\. ", console.read_text())[-1])
    sofie.get_by_role("button", name="Become the first administrator").click()
    sofie.get_by_label("Value").first.fill("by")
    sofie.get_by_role("button", name="Add the rule").click()
    sofie.get_by_text("is added.").wait_for()

    visit = browser.new_context()
    mette = visit.new_page()
    mette.goto(f"{address}{LINK}")
    sign_in(mette, "mette")
    mette.get_by_role("button", name="Mette Møller").wait_for()
    assert mette.url == f"{address}{LINK}"
    mette.goto(f"{address}/access?lang=en")
    mette.get_by_text("Mette Møller may not do this. It is for: administrator.").wait_for()
    cookies = [cookie for cookie in visit.cookies() if cookie["name"].startswith("_streamlit")]
    mette.get_by_role("button", name="Mette Møller").click()
    mette.get_by_role("button", name="Sign out everywhere").click()
    mette.get_by_role("button", name=re.compile("Sign in|Log ind")).wait_for()

    copied = browser.new_context()
    copied.add_cookies(cookies)  # type: ignore[arg-type]  # what cookies() gives is what add_cookies() takes
    page = copied.new_page()
    page.goto(f"{address}{LINK}")
    page.get_by_role("button", name="Sign in").wait_for()
    assert events_on(console) >= {
        ("access_change", "Sofie Sekretær", "done"),
        ("sign_in", "Mette Møller", "done"),
        ("refusal", "Mette Møller", "refused"),
        ("sign_out", "Mette Møller", "done"),
    }


def events_on(console: Path) -> set[tuple[str, str, str]]:
    """Action, person and outcome of every event that was printed as a line of JSON."""
    lines = [json.loads(line) for line in console.read_text().splitlines() if line.startswith("{")]
    return {(each["action"], each["person"], each["outcome"]) for each in lines if each["kind"] == "event"}


def test_who_has_no_role_sees_nothing(browser: Browser, address: str) -> None:
    """Not on the pages, not in the menu; told what to do, and that the provider sent no groups."""
    page = browser.new_page()
    page.goto(f"{address}/assessments?lang=en")
    sign_in(page, "bo")
    page.get_by_text("You are signed in as Bo Borger").wait_for()
    expect(page.get_by_text("The sign-in named no groups.")).to_be_visible()
    assert page.get_by_role("link", name="Overview").count() == 0


def test_a_refusal_and_a_provider_that_is_down_are_told(
    browser: Browser, address: str, provider: ExitStack
) -> None:
    """In a sentence on the page one came from, with the button to try again. It is the last test here: the
    provider is stopped for good.
    """
    page = browser.new_page()
    page.goto(f"{address}/oauth2callback?error=access_denied&state=x")
    page.get_by_text(re.compile("Login blev afbrudt eller afvist|The sign-in was broken off")).wait_for()
    page.goto(f"{address}{LINK}")
    button = page.get_by_role("button", name="Sign in")
    button.wait_for()
    provider.close()
    button.click()
    page.get_by_text(re.compile(r"\d: The sign-in does not answer\.")).wait_for()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert page.url == f"{address}{LINK}"
