"""An empty register greets; the demonstration is tried, and left again."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.visitor import script_run, visit

pytestmark = pytest.mark.thorough
TRYING = "You are trying the demonstration."


@pytest.fixture(scope="module")
def server_file(empty_file: Path) -> Path:
    """A register that nobody has written in."""
    return empty_file


def test_the_demonstration_is_one_click_away_and_left_by_another(server: str, page: Page) -> None:
    """Its banner goes along through the menu, into the address and a copy of it; Back is a step out of it."""
    visit(page, f"{server}/?lang=en")
    expect(page.locator("h1").first).to_have_text("Welcome to Øjenhøjde")
    with script_run(page):
        page.get_by_role("link", name="Try the demonstration").click()
    expect(page.get_by_text(TRYING)).to_be_visible()
    with script_run(page):
        page.get_by_role("link", name="Consultations").first.click()
    expect(page.get_by_text(re.compile("consultations of 123"))).to_be_visible()
    expect(page.get_by_text(TRYING)).to_be_visible()
    visit(page, page.url)
    expect(page.get_by_text(re.compile("consultations of 123"))).to_be_visible()
    with script_run(page):
        page.get_by_role("link", name="Leave the demonstration").click()
    expect(page.locator("h1").first).to_have_text("Welcome to Øjenhøjde")
    expect(page.get_by_text(TRYING)).to_have_count(0)
    assert "demonstration" not in page.url
    page.evaluate("history.back()")
    expect(page.get_by_text(TRYING)).to_be_visible()
