"""The overview drawn in a real Chromium, against a bare page."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from dashboard import MENU
from data import queries
from data.database import Store
from evaluation.evaluate import evaluate, find_round
from language import speak
from materials.charts.answers import overview_answers
from materials.charts.bodies import bodies
from materials.charts.change import change
from materials.charts.chart import Scope
from materials.charts.perspectives import perspectives
from tests.benchmark.browser import chromium, rest, watching_page
from tests.benchmark.evaluation import ROUND
from tests.benchmark.measurement import Measurement, take_turns
from tests.support.servers import running

# What a bare page has, whether it has our figures, and the pages in the groups of its menu. None of them is
# a bar: what they tell is Streamlit's part of the page.
PEERS: dict[str, tuple[str, bool, list[int]]] = {
    "overview": ("the same charts", True, []),
    "overview_menu": (
        "the same charts and a menu of as many pages",
        True,
        [len(group) for group in MENU.values()],
    ),
    "overview_plain": ("as many plain bar charts", False, []),
}
BARE = "tests/benchmark/bare_page.py"


def drawn(page: Page, address: str) -> None:
    """Open a page and wait until it is drawn, looking once a frame."""
    page.goto(address)
    page.wait_for_function("() => window.benchmark.isDrawn()", polling="raf")


def measure_overview(database: Path, times: int, peer: str) -> Measurement:
    """From the navigation until the last chart is drawn, both servers warm; against one of ``PEERS``."""
    what, same_figures, groups = PEERS[peer]
    settings: dict[str, Any] = {"BARE_FIGURES": str(own_figures(database))} if same_figures else {}
    settings |= {"BARE_MENU": json.dumps(groups)} if groups else {}
    with running(database) as ours, running(database, script=BARE, **settings) as bare, chromium() as browser:
        page = watching_page(browser)
        turns = take_turns(
            lambda: drawn(page, f"{ours}/?round={ROUND}"),
            lambda: drawn(page, f"{bare}/"),
            3 * times,
            before=lambda: rest(page),
        )
    return Measurement(peer, f"the overview drawn, against a bare page with {what}", turns, None)


def own_figures(database: Path) -> Path:
    """The overview's figures as JSON, beside the register."""
    store = Store(database)
    evaluation, answers = evaluate(store, find_round(store, ROUND)), queries.answers.of_round(store, ROUND)
    store.close()
    scope, words = Scope("Slutevaluering 2022–2025", date(2026, 1, 1), "closed", True), speak("da")
    titles = {finding.principle: finding.title_da for finding in evaluation.principles}
    charts = [
        overview_answers(evaluation, answers, scope, words),
        perspectives(evaluation, scope, words),
        change(evaluation, scope, words),
        bodies(answers, titles, scope, words),
    ]
    path = database.with_name("figures.json")
    path.write_text(json.dumps([json.loads(chart.figure.to_json()) for chart in charts]), encoding="utf-8")
    return path
