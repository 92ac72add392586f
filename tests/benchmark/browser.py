"""A Chromium that tells of itself when a page is drawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from materials.charts.export import found_chromium

WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
LIMIT_MS = 120_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=found_chromium(), args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


def watching_page(browser: Browser, more: str = "") -> Page:
    """A page with ``watch.js`` in whatever it opens, and ``more`` of the kind."""
    page = browser.new_page()
    page.set_default_timeout(LIMIT_MS)
    page.add_init_script(WATCH + more)
    return page


def rest(page: Page) -> None:
    """Leave the page, and let the browser end its work: it stores compiled scripts and clears up for a second
    after each page.

    Without a rest, each page would be billed for the one before it, which is the other side of the turn.
    """
    page.goto("about:blank")
    page.wait_for_timeout(1_500)
