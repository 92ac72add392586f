"""Twenty chart files through the one Chromium, against a browser for each."""

from dataclasses import replace
from datetime import date

import kaleido
from kaleido import PageGenerator

from data import queries
from data.database import Store
from evaluation.evaluate import evaluate, find_round
from language import speak
from materials.charts import export
from materials.charts.answers import principle_answers
from materials.charts.chart import Chart, Scope
from materials.charts.shape import A4
from tests.benchmark.evaluation import ROUND
from tests.benchmark.measurement import Measurement, seconds

CHARTS = 20


def measure(store: Store, peers: int, times: int) -> Measurement:
    """The peer draws ``peers`` charts one after another and is scaled up to twenty; ours starts its
    browser anew each turn.
    """
    charts = _charts(store)
    turns = []
    for _ in range(times):
        export.close()
        ours = seconds(lambda: _together(charts))
        export.close()
        turns.append((ours, seconds(lambda: _one_by_one(charts[:peers])) * CHARTS / peers))
    return Measurement("charts", "20 PNG charts, against one browser after another", tuple(turns), 0.35)


def _charts(store: Store) -> list[Chart]:
    evaluation, words = evaluate(store, find_round(store, ROUND)), speak("da")
    answers = queries.answers.of_round(store, ROUND)
    scope = Scope("Slutevaluering 2022–2025", date(2026, 1, 1), "closed", True)
    drawn = [principle_answers(finding, answers, scope, words) for finding in evaluation.principles]
    return [replace(drawn[i % 5], title=f"{i}. {drawn[i % 5].title}") for i in range(CHARTS)]


def _together(charts: list[Chart]) -> None:
    pictures = export.draw_many(charts, "png")
    assert len(set(pictures)) == len(charts), "every chart has a title of its own"


def _one_by_one(charts: list[Chart]) -> None:
    """Without MathJax, as on our side: offline the peer would wait for it, which is not what is measured."""
    for chart in charts:
        options = {"path": export.found_chromium(), "page_generator": PageGenerator(mathjax=False)}
        kaleido.calc_fig_sync(
            chart.for_file(), opts={"format": "png", "scale": A4.page.scale if A4.page else 1}, kopts=options
        )
