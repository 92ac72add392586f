"""The overview drawn in a real Chromium, against a bare page."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from dashboard import MENU
from data import queries
from data.database import Store
from evaluation.evaluate import evaluate, find_round
from language import speak
from materials.charts.answers import overview_answers
from materials.charts.bodies import bodies
from materials.charts.change import change
from materials.charts.chart import Scope
from materials.charts.export import found_chromium
from materials.charts.perspectives import perspectives
from tests.benchmark.bare_page import CHARTS
from tests.benchmark.evaluation import ROUND
from tests.benchmark.measurement import Measurement, take_turns
from tests.support.servers import running

# What a bare page has, the highest ratio that is good enough, whether it has our figures, and the pages in
# the groups of its menu.
PEERS: dict[str, tuple[str, float | None, bool, list[int]]] = {
    "overview": ("the same charts", 1.3, True, []),
    "overview_menu": (
        "the same charts and a menu of as many pages",
        None,
        True,
        [len(group) for group in MENU.values()],
    ),
    "overview_plain": ("as many plain bar charts", None, False, []),
}
BARE = "tests/benchmark/bare_page.py"
STANDS = """charts =>
    document.querySelectorAll('[data-testid="stPlotlyChart"] .main-svg:first-child').length === charts
    && document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]') !== null"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=found_chromium(), args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


def drawn(page: Page, address: str) -> None:
    """Open a page and wait until its charts stand and its script has ended, looking once a frame."""
    page.goto(address)
    page.wait_for_function(STANDS, arg=CHARTS, polling="raf", timeout=60_000)


def rest(page: Page) -> None:
    """Leave the page, and let the browser end its work: it stores compiled scripts and clears up for a second
    after each page.

    Without a rest, each page would be billed for the one before it, which is the other side of the turn.
    """
    page.goto("about:blank")
    page.wait_for_timeout(1_500)


def measure_overview(database: Path, times: int, peer: str) -> Measurement:
    """From the navigation until the last chart is drawn, both servers warm; against one of ``PEERS``."""
    what, target, same_figures, groups = PEERS[peer]
    settings: dict[str, Any] = {"BARE_FIGURES": str(own_figures(database))} if same_figures else {}
    settings |= {"BARE_MENU": json.dumps(groups)} if groups else {}
    with running(database) as ours, running(database, script=BARE, **settings) as bare, chromium() as browser:
        page = browser.new_page()
        turns = take_turns(
            lambda: drawn(page, f"{ours}/"),
            lambda: drawn(page, f"{bare}/"),
            3 * times,
            before=lambda: rest(page),
        )
    return Measurement(peer, f"the overview drawn, against a bare page with {what}", turns, target)


def own_figures(database: Path) -> Path:
    """The overview's figures as JSON, beside the register."""
    store = Store(database)
    found, answers = evaluate(store, find_round(store, ROUND)), queries.answers.of_round(store, ROUND)
    store.close()
    scope, words = Scope("Slutevaluering 2022–2025", date(2026, 1, 1), "closed", True), speak("da")
    titles = {finding.principle: finding.title_da for finding in found.principles}
    charts = [
        overview_answers(found, answers, scope, words),
        perspectives(found, scope, words),
        change(found, scope, words),
        bodies(answers, titles, scope, words),
    ]
    path = database.with_name("figures.json")
    path.write_text(json.dumps([json.loads(chart.figure.to_json()) for chart in charts]), encoding="utf-8")
    return path
