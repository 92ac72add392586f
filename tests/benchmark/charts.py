"""Twenty chart files through the one Chromium, against a browser for each."""

import time
from dataclasses import replace
from datetime import date

import kaleido

from data.store import Store
from evaluation.assess import evaluate
from language import speak
from materials import files
from materials.chart import Chart, Scope
from materials.distribution import principle_distribution
from tests.benchmark.evaluation import ROUND
from tests.benchmark.measurement import Measurement

CHARTS = 20


def measure(store: Store, peers: int) -> Measurement:
    """The peer draws ``peers`` charts one after another and is scaled up to twenty; ours draws all twenty."""
    found, words = evaluate(store, ROUND), speak("da")
    scope = Scope("Slutevaluering 2022–2025", date(2026, 1, 1), "closed", True)
    drawn = [principle_distribution(finding, scope, words) for finding in found.principles]
    charts: list[Chart] = [replace(drawn[i % 5], title=f"{i}. {drawn[i % 5].title}") for i in range(CHARTS)]
    files.close()
    begun = time.perf_counter()
    pictures = files.draw_many(charts, "png")
    ours = time.perf_counter() - begun
    assert len({len(picture) for picture in pictures}) > 1
    options = {"path": files.found_chromium()}
    begun = time.perf_counter()
    for chart in charts[:peers]:
        kaleido.calc_fig_sync(chart.for_file(), opts={"format": "png", "scale": 2}, kopts=options)
    peer = (time.perf_counter() - begun) * CHARTS / peers
    files.close()
    return Measurement("charts", "20 PNG charts, against one browser after another", ours, peer, 0.35)
