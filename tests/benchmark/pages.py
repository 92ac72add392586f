"""The overview in a real Chromium: against a bare page, and thirty visitors at once against one."""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from materials.files import found_chromium
from tests.benchmark.bare_page import CHARTS
from tests.benchmark.measurement import Measurement, take_turns
from tests.browser.conftest import running

VISITORS = 30
BARE = "tests/benchmark/bare_page.py"


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found_chromium(), args=["--no-sandbox", "--disable-background-networking"])
        yield browser
        browser.close()


def drawn(page: Page, address: str) -> None:
    """Open a page and wait until its charts stand and its script has ended."""
    page.goto(address)
    expect(page.locator('[data-testid="stPlotlyChart"] .main-svg:first-child')).to_have_count(CHARTS, timeout=60_000)
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_have_count(1, timeout=60_000)


def measure_overview(database: Path, times: int) -> Measurement:
    """From the navigation until the last chart is drawn, both servers warm."""
    with running(database) as ours, running(database, script=BARE) as bare, chromium() as browser:
        page = browser.new_page()
        seconds = take_turns(lambda: drawn(page, f"{ours}/"), lambda: drawn(page, f"{bare}/"), times)
    return Measurement("overview", f"the overview drawn, against a bare page with {CHARTS} charts", *seconds, 1.3)


def measure_thirty(database: Path, times: int) -> Measurement:
    """Thirty open pages change language at the same moment; the 95th percentile of their waits against one visitor's."""
    with running(database) as address, chromium() as browser:
        pages = [browser.new_page() for _ in range(VISITORS)]
        for page in pages:
            drawn(page, f"{address}/")
        alone = statistics.median(_switch([pages[0]])[0] for _ in range(2 * times))
        together = [wait for _ in range(2) for wait in _switch(pages)]
    return Measurement(
        "thirty",
        "30 reruns of the overview at once (95th percentile), against one",
        statistics.quantiles(together, n=20)[18],
        alone,
        4.0,
    )


def _switch(pages: list[Page]) -> list[float]:
    """Click the other language on every page at once; the seconds until each has been drawn in it."""
    begun = time.perf_counter()
    languages = ["English" if "lang=da" in page.url else "Dansk" for page in pages]
    for page, language in zip(pages, languages, strict=True):
        page.get_by_text(language, exact=True).dispatch_event("click")
    waits = []
    for page, language in zip(pages, languages, strict=True):
        title = "How were the five principles followed?" if language == "English" else "Hvordan er de fem principper fulgt?"
        expect(page.locator("h1").first).to_have_text(title, timeout=120_000)
        expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_have_count(1, timeout=120_000)
        waits.append(time.perf_counter() - begun)
    return waits
