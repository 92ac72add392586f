"""Every chart of the demonstration on a slide and on A4: legible, whole, and told apart in grey print."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache

import pandas as pd
import pytest

from data import queries
from data.database import Store
from data.lake.partition import Manifest
from data.models import Answer
from data.queries.selection import Selection
from evaluation.comparison import OwnAmongOthers, own_among
from evaluation.distribution import measurements_of
from evaluation.evaluate import find_round
from evaluation.findings import Evaluation
from evaluation.indicators import measure_by
from evaluation.snapshot import RoundSnapshot, round_snapshot
from language import LANGUAGES, Words, speak
from materials.charts import export, theme
from materials.charts.answers import overview_answers, principle_answers
from materials.charts.bodies import bodies
from materials.charts.change import change
from materials.charts.chart import Chart, Scope
from materials.charts.effort import effort
from materials.charts.facts import facts
from materials.charts.others import others
from materials.charts.outlines import font_sizes
from materials.charts.own_rounds import About, OwnRound, own_rounds
from materials.charts.perspectives import perspectives
from materials.charts.shape import A4, SHAPES, SLIDE, Shape
from materials.charts.through_time import QUARTER, YEAR, through_time
from materials.charts.timeline import timeline
from materials.charts.trend import trend
from tests.materials.test_theme import lightness

ROUND = "2022-2025/endterm"
BALLERUP = Manifest("0151", "", 1, "1", datetime(2026, 11, 29), {}, name="Ballerup")
LEAST: Mapping[str, float] = {"slide": 14 * 96 / 72, "a4": 9 * 96 / 72}
"""Pixels of the smallest type: 14 points on a slide, 9 on paper."""


@cache
def charts(store: Store, language: str, crowd: Callable[[RoundSnapshot], tuple[Answer, ...]]) -> list[Chart]:
    """Every kind of chart of a demonstration round, drawn once."""
    words, settled = speak(language), round_snapshot(store, find_round(store, ROUND))
    scope = Scope(ROUND, date(2026, 11, 23), "closed", True, body_names=settled.body_names)
    answers, evaluation = crowd(settled), settled.evaluation
    titles = {finding.principle: finding.title(language) for finding in evaluation.principles}
    consultations = queries.consultations.register(store)
    return [
        overview_answers(evaluation, answers, scope, words),
        *(principle_answers(finding, answers, scope, words) for finding in evaluation.principles),
        perspectives(evaluation, scope, words),
        change(evaluation, scope, words),
        bodies(answers, titles, scope, words),
        effort(settled.efforts, settled.norms, scope, words),
        *(facts(finding.indicators, scope, words) for finding in evaluation.principles),
        timeline(consultations, scope, words),
        others(among_six(evaluation)[4], scope, words, name="others"),
        trend([(find_round(store, ROUND), evaluation.principles[0])], (), scope, words),
        *through_rounds(store, titles, scope, words),
    ]


def through_rounds(store: Store, titles: Mapping[int, str], scope: Scope, words: Words) -> list[Chart]:
    """What runs from left to right: a principle and a body through every round, a fact through the years."""
    rounds = [each for each in queries.rounds.oldest_first(store) if each.status != "planned"]
    settled = [round_snapshot(store, each) for each in rounds]
    breaks = queries.principles.trend_breaks(store, 1)
    findings = [(each, this.evaluation.principles[0]) for each, this in zip(rounds, settled, strict=True)]
    columns = [
        OwnRound(each.key, tuple(this.answers[:5]), "Center for Byplan, Trafik og Natur " * (place < 2))
        for place, (each, this) in enumerate(zip(rounds, settled, strict=True))
    ]
    whole = Selection(date(2018, 1, 1), date(2026, 12, 31), as_of=date(2026, 11, 23))
    norms = settled[-1].norms
    return [
        trend(findings, breaks, scope, words),
        own_rounds(columns, titles, scope, words, about=About("Uændret", ROUND)),
        *(
            through_time(
                [
                    (pd.Timestamp(key).date(), each["frame_published"])
                    for key, _, each in measure_by(store, period, whole, norms)
                ],
                scope,
                words,
                period=period,
            )
            for period in (YEAR, QUARTER)
        ),
    ]


def among_six(evaluation: Evaluation) -> dict[int | None, list[OwnAmongOthers]]:
    """Each indicator among those of six others, in every second of which it is not known."""
    measurements = measurements_of(evaluation)
    six = [
        (BALLERUP, {name: replace(each, value=None if part % 4 == 3 else (each.value or 0) * part / 6)})
        for part in range(1, 9)
        for name, each in measurements.items()
    ]
    return own_among(measurements, six)


def as_they_are(settled: RoundSnapshot) -> tuple[Answer, ...]:
    return settled.answers


def forty_with_long_names(settled: RoundSnapshot) -> tuple[Answer, ...]:
    """Twenty bodies on each level, their names of 60 letters."""
    of_one = {
        level: [each for each in settled.answers if each.level == level] for level in ("committee", "centre")
    }
    return tuple(
        replace(each, body=f"{level}{number}", name=f"Organ {number:02} ".ljust(60, "m"))
        for level, answers in of_one.items()
        for number in range(20)
        for each in answers[5 * (number % 7) : 5 * (number % 7) + 5]
    )


@pytest.mark.browser
@pytest.mark.parametrize(
    ("language", "shape"),
    [
        pytest.param("da", SLIDE, id="da-slide"),
        pytest.param("en", A4, id="en-a4"),
        pytest.param("da", A4, id="da-a4", marks=pytest.mark.thorough),
        pytest.param("en", SLIDE, id="en-slide", marks=pytest.mark.thorough),
    ],
)
def test_no_text_is_smaller_than_can_be_read(demonstration: Store, language: str, shape: Shape) -> None:
    """14 points on a slide, 9 on A4, measured in the drawings before their text is outlined; numbers in
    squares are bold and 18 points on the slide.
    """
    for chart, svg in export_text(charts(demonstration, language, as_they_are), shape):
        assert min(font_sizes(svg)) >= LEAST[shape.key], chart.name
        if shape is SLIDE and chart.name.startswith("answers"):
            assert 24 in font_sizes(svg), chart.name


def export_text(drawn: list[Chart], shape: Shape) -> list[tuple[Chart, bytes]]:
    return list(zip(drawn, export.drawings(drawn, "svg", shape), strict=True))


@pytest.mark.parametrize("crowd", [as_they_are, forty_with_long_names])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_holds_its_chart(
    demonstration: Store, language: str, crowd: Callable[[RoundSnapshot], tuple[Answer, ...]]
) -> None:
    """The drawing ends above the footer, and the slide stays 1280 × 720."""
    for chart in charts(demonstration, language, crowd):
        layout = chart.for_file(SLIDE).layout
        assert (layout.width, layout.height) == (1280, 720)
        footer = min(note.yshift for note in layout.annotations if note.yref == "paper" and note.y == 1)
        drawing = layout.height - layout.margin.t - layout.margin.b
        assert drawing <= -footer + 1, chart.name


@pytest.mark.parametrize("crowd", [as_they_are, forty_with_long_names])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_no_principle_and_no_body_is_left_out(
    demonstration: Store, shape: Shape, crowd: Callable[[RoundSnapshot], tuple[Answer, ...]]
) -> None:
    """All five principles stand in the pictures of all five, and every body in that of the bodies."""
    drawn = {chart.name: chart for chart in charts(demonstration, "da", crowd)}
    for name in ("answers", "perspectives", "change"):
        text = written(drawn[name], shape)
        assert [f"{number}. " in text for number in range(1, 6)] == [True] * 5, name
    assert "udeladt" not in written(drawn["bodies"], shape)


def written(chart: Chart, shape: Shape) -> str:
    """All text of a file."""
    figure = chart.for_file(shape)
    traced = [text for trace in figure.data if trace.type == "scatter" and trace.text for text in trace.text]
    return "\n".join([*(note.text or "" for note in figure.layout.annotations), *traced])


@pytest.mark.parametrize("crowd", [as_they_are, forty_with_long_names])
def test_a_picture_of_bodies_fits_a_page(
    demonstration: Store, crowd: Callable[[RoundSnapshot], tuple[Answer, ...]]
) -> None:
    """A4 with margins of two centimetres has room for 25.7 centimetres."""
    (chart,) = (each for each in charts(demonstration, "da", crowd) if each.name == "bodies")
    assert chart.for_file(A4).layout.height <= 25.7 / 2.54 * 96


def test_all_steps_differ_in_grey_print() -> None:
    """Seventeen L* lie between any two fills; a thin basis, which is half white, lies seventeen from the
    whole fill of its own step or is told from it by lines with contrast to what they lie on.
    """
    greys = {step: lightness(shade.fill) for step, shade in theme.RATING_SHADES.items()}
    gaps = [abs(greys[one] - greys[other]) for one in greys for other in greys if one < other]
    assert round(min(gaps)) >= 17
    stripes = {step: lightness(shade.outline) for step, shade in theme.RATING_SHADES.items()}
    assert min(lightness(theme.PAPER) - grey for grey in stripes.values()) >= 45


def test_files_are_named_for_what_they_show(demonstration: Store) -> None:
    """Small plain letters: what, round, shape."""
    settled = round_snapshot(demonstration, find_round(demonstration, ROUND))
    scope = Scope("Slutevaluering", date(2026, 11, 23), "closed", round_in_file_name="slut-2022-2025")
    chart = principle_answers(settled.evaluation.principles[2], settled.answers, scope, speak("da"))
    assert chart.file_name(SLIDE, "png") == "princip-3_slut-2022-2025_slide.png"
    filtered = replace(scope, filters="Center: Børn & Æbler")
    chart = principle_answers(settled.evaluation.principles[2], settled.answers, filtered, speak("da"))
    assert chart.file_name(A4, "pdf") == "princip-3_center-boern-aebler_slut-2022-2025_a4.pdf"
