"""The overview drawn in a real Chromium, against a bare page."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from data import reading
from data.store import Store
from evaluation.assess import evaluate
from language import speak
from materials.bodies import bodies
from materials.change import change
from materials.chart import Scope
from materials.distribution import overview_distribution
from materials.files import found_chromium
from materials.perspectives import perspectives
from tests.benchmark.bare_page import CHARTS
from tests.benchmark.evaluation import ROUND
from tests.benchmark.measurement import Measurement, take_turns
from tests.browser.conftest import running

BARE = "tests/benchmark/bare_page.py"
STANDS = """charts => document.querySelectorAll('[data-testid="stPlotlyChart"] .main-svg:first-child').length === charts
    && document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]') !== null"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found_chromium(), args=["--no-sandbox", "--disable-background-networking"])
        yield browser
        browser.close()


def drawn(page: Page, address: str) -> None:
    """Open a page and wait until its charts stand and its script has ended, looking once a frame."""
    page.goto(address)
    page.wait_for_function(STANDS, arg=CHARTS, polling="raf", timeout=60_000)


def measure_overview(database: Path, times: int, *, same_charts: bool) -> Measurement:
    """From the navigation until the last chart is drawn, both servers warm; against the same charts or plain bars."""
    settings = {"BARE_FIGURES": str(own_figures(database))} if same_charts else {}
    with running(database) as ours, running(database, script=BARE, **settings) as bare, chromium() as browser:
        page = browser.new_page()
        turns = take_turns(lambda: drawn(page, f"{ours}/"), lambda: drawn(page, f"{bare}/"), 3 * times)
    if same_charts:
        return Measurement("overview", "the overview drawn, against a bare page with the same charts", turns, 1.3)
    return Measurement("overview_plain", "the overview drawn, against a bare page with as many plain bar charts", turns, None)


def own_figures(database: Path) -> Path:
    """The overview's figures as JSON, beside the register."""
    store = Store(database)
    found, answers = evaluate(store, ROUND), reading.answers(store, ROUND)
    store.close()
    scope, words = Scope("Slutevaluering 2022–2025", date(2026, 1, 1), "closed", True), speak("da")
    titles = {finding.principle: finding.title_da for finding in found.principles}
    charts = [
        overview_distribution(found, scope, words),
        perspectives(found, scope, words),
        change(found, scope, words),
        bodies(answers, titles, scope, words),
    ]
    path = database.with_name("figures.json")
    path.write_text(json.dumps([json.loads(chart.figure.to_json()) for chart in charts]), encoding="utf-8")
    return path
