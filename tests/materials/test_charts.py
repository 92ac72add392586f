"""What the charts show: medians where they belong, missing kept apart, and the finding in words."""

from dataclasses import replace
from math import log10
from typing import Any

import pandas as pd
import pytest

from data.models import Answer
from language import Words
from materials.charts import bodies, change, effort, facts, legend, medians, perspectives, theme, timeline
from materials.charts.chart import Chart, Scope
from materials.charts.sheet import LINE
from materials.charts.theme import CLEAR, RATING_SHADES
from tests.support.findings import MEASUREMENTS, TITLES, answer, evaluation, register


def written(chart: Chart) -> str:
    """All text on the figure."""
    traced = (text for trace in of_kind(chart, "scatter", "text") for text in trace.text)
    return "\n".join([*(note.text or "" for note in chart.figure.layout.annotations), *traced])


def of_kind(chart: Chart, kind: str, mode: str | None = None) -> list[Any]:
    """The figure's traces of a kind, in order."""
    return [
        trace for trace in chart.figure.data if trace.type == kind and (mode is None or trace.mode == mode)
    ]


def traces(chart: Chart, name: str) -> list[Any]:
    return [trace for trace in chart.figure.data if trace.name == name]


def test_a_pair_is_a_bar_between_its_two_steps(scope: Scope, words: Words) -> None:
    """The median 2–3 is drawn from 2 to 3; no mark stands at 2.5."""
    chart = perspectives.perspectives(evaluation(), scope, words)
    bars = [(t.base[0], t.base[0] + t.x[0]) for t in of_kind(chart, "bar")]
    marks = [x for t in of_kind(chart, "scatter", "markers") for x in t.x]
    assert bars == [(2, 3), (4, 5)]
    assert all(float(mark).is_integer() for mark in marks)


def test_perspectives_say_who_has_not_answered(scope: Scope, words: Words) -> None:
    """A level without a median is told in words, and isn't counted among the principles compared."""
    chart = perspectives.perspectives(evaluation(), scope, words)
    assert "No committee has given a rating" in written(chart)
    assert chart.title == "Committees and centres see principles 3 and 4 differently, 1 and 2 alike"
    assert (
        "Committees no middle answer, Centres 3" in chart.alt
        or "Committee no middle answer, Centre 3" in chart.alt
    )


def test_change_points_from_the_previous_median_to_this_one(scope: Scope, words: Words) -> None:
    """An arrow for each level that moved; none where the medians touch."""
    chart = change.change(evaluation(), scope, words)
    arrows = [(note.ax, note.x) for note in chart.figure.layout.annotations if note.showarrow]
    assert arrows == [(3, 4), (4, 3), (3, 4), (4, 3), (2, 3)]
    assert (
        chart.title == "Since the mid-term round 2022–2025: 12 ratings are higher, 29 the same and 15 lower"
    )


def test_change_counts_ratings_on_a_thin_basis(scope: Scope, words: Words) -> None:
    """A step up that rests on impressions says so, in the picture and in its alt text."""
    whole = evaluation()
    first = whole.principles[0]
    thin = replace(first, committee=replace(first.committee, thin_counts=(0, 0, 0, 2, 0)))
    chart = change.change(replace(whole, principles=(thin, *whole.principles[1:])), scope, words)
    assert "Committees · 3 → 4 · higher · 2 on a thin basis" in written(chart)
    assert "2 on a thin basis" in chart.alt


def test_change_without_an_earlier_round_says_so(scope: Scope, words: Words) -> None:
    """The first round of all has no arrows, and its title says that there is nothing to compare."""
    chart = change.change(evaluation(previous=None), scope, words)
    assert chart.title == "There is no earlier round to compare with"
    assert not [note for note in chart.figure.layout.annotations if note.showarrow]


def test_change_without_pairs_does_not_deny_the_earlier_round(scope: Scope, words: Words) -> None:
    """There was one, but nobody rated both times."""
    whole = evaluation()
    principles = tuple(
        replace(each, change=replace(each.change, up=0, same=0, down=0)) for each in whole.principles
    )
    chart = change.change(replace(whole, principles=principles), scope, words)
    assert chart.title == "No ratings can be compared with an earlier round"


@pytest.mark.parametrize(
    ("body_answer", "sign", "fill"),
    [
        (answer(1, 5), "5", RATING_SHADES[5].fill),
        (answer(1, 5, basis="thin"), "5", RATING_SHADES[5].fill),
        (answer(1, not_assessable=True), "n/a", theme.NOT_ASSESSABLE_SHADE.fill),
        (answer(1, status="missing", basis=None), "–", CLEAR),
        (answer(1, status="draft", basis=None), "…", CLEAR),
    ],
)
def test_each_kind_of_answer_looks_its_own_way(
    body_answer: Answer, sign: str, fill: str, words: Words
) -> None:
    """A rating, one on a thin basis, "cannot be judged", missing and draft differ in sign and fill."""
    look_of = legend.answer_entry(body_answer, words)
    pattern = {"–": theme.DOTTED}.get(sign, theme.THIN if body_answer.basis == "thin" else "")
    assert (look_of.sign, look_of.shade.fill, look_of.pattern) == (sign, fill, pattern)


def test_bodies_stay_in_the_organisations_order(scope: Scope, words: Words) -> None:
    """Committees before centres, each in the order given, whatever their ratings."""
    answers = (
        answer(1, 5, body="z", name="Center Z", level="centre"),
        answer(1, 1, body="b", name="Udvalg B"),
        answer(1, 5, body="a", name="Udvalg A"),
    )
    chart = bodies.bodies(answers, TITLES, scope, words)
    text = written(chart)
    assert text.index("Udvalg B") < text.index("Udvalg A") < text.index("Center Z")
    assert "3 ratings, 0 of them on a thin basis" in chart.alt


def test_an_unknown_indicator_has_no_bar(scope: Scope, words: Words) -> None:
    """Nothing known is said in words and never drawn as zero."""
    chart = facts.facts(MEASUREMENTS, scope, words)
    assert len(of_kind(chart, "bar")) == 3
    assert "no known case · norm: at least 90%" in chart.alt
    assert "known for 0 of 46 consultations" in chart.alt


def test_met_and_not_met_differ_in_shape_and_words(scope: Scope, words: Words) -> None:
    """A cross and "not met", a disc and "met"."""
    chart = facts.facts(MEASUREMENTS, scope, words)
    assert [list(t.marker.symbol) for t in of_kind(chart, "scatter", "markers")] == [["x", "x", "circle"]]
    assert "112.5 days · not met · norm: at most 90 days" in written(chart)
    assert chart.title == "1 of 3 indicators meet their norm"


def test_no_facts_at_all_is_no_error(scope: Scope, words: Words) -> None:
    """Without measurements the title says that nothing can be said."""
    assert facts.facts((), scope, words).title == "The records can't say yet whether the norms are met"


def test_timeline_shows_at_most_forty_and_says_what_is_left_out(scope: Scope, words: Words) -> None:
    """The rest is counted in the subtitle, and stands in the table."""
    chart = timeline.timeline(register(43), scope, words)
    assert "the first 40 are shown, 3 are left out" in chart.subtitle
    assert len(chart.table) == 43


def test_names_stand_beside_their_bars(scope: Scope, words: Words) -> None:
    """Left of the picture's edge, at the height of the bar, forty of them without touching one another."""
    rows = register(40)
    rows["title"] = "Lokalplan og kommuneplantillæg for boliger ved Stationsbyens godsterræn"
    chart = timeline.timeline(rows, scope, words)
    (names,) = (t for t in of_kind(chart, "scatter", "text") if set(t.textposition) == {"bottom left"})
    tops = sorted(names.y)
    assert list(names.x) == [0] * 40
    assert min(low - high for high, low in zip(tops, tops[1:], strict=False)) >= 2 * timeline.NAME * LINE
    bars = sorted(t.y[0] for t in of_kind(chart, "bar"))
    assert len(bars) == 27
    assert all(0 < bar - top < 2 * timeline.NAME * LINE for bar, top in zip(bars, tops, strict=False))


def test_the_earliest_is_on_top(scope: Scope, words: Words) -> None:
    """Whatever the order of the list: by the first day that is known; those without any come last."""
    rows = register(3).iloc[::-1]
    chart = timeline.timeline(rows, scope, words)
    (names,) = (t for t in of_kind(chart, "scatter", "text") if set(t.textposition) == {"bottom left"})
    assert [text.strip() for text in names.text] == ["Høring 0", "Høring 1", "Høring 2"]


def test_an_open_consultation_runs_out_of_the_picture(scope: Scope, words: Words) -> None:
    """Only a start: a hollow bar beyond the day of the data. No dates: words."""
    chart = timeline.timeline(register(3), scope, words)
    bars = of_kind(chart, "bar")
    ends = [pd.Timestamp(t.base[0]) + pd.Timedelta(milliseconds=t.x[0]) for t in bars]
    assert ends[0] == pd.Timestamp("2025-03-15")
    assert ends[1] > pd.Timestamp(chart.figure.layout.xaxis.range[1])
    assert bars[1].marker.color == CLEAR
    assert "no dates are known" in written(chart)


def test_an_empty_register_is_no_error(scope: Scope, words: Words) -> None:
    """No consultation, no bar, and the title says nought."""
    empty = register(3).head(0)
    assert timeline.timeline(empty, scope, words).title == "0 consultations over time"


def test_no_hours_are_known_hours(scope: Scope, words: Words) -> None:
    """They stand at the left of a line of their own, since no logarithm has them, by the number 0."""
    rows = [("Kilde", "small", 0.0), ("Torv", "large", 300.0), ("Sti", "small", None)]
    frame = pd.DataFrame(rows, columns=["title", "scale", "hours_spent"]).assign(
        hours_planned=None, cost_dkk=None, participants=None
    )
    chart = effort.effort(frame, {"scale_small_max_hours": 60, "scale_medium_max_hours": 250}, scope, words)
    (dots,) = of_kind(chart, "scatter", "markers")
    assert chart.title == "Every known effort lies in the band of its scale"
    assert "2 of 3 with known scale and hours" in chart.subtitle.replace("\xa0", " ")
    (line,) = {shape.x0 for shape in chart.figure.layout.shapes if shape.type == "line"}
    assert chart.figure.layout.xaxis.range[0] < min(dots.x) < line < log10(60)
    assert "0 stands apart at the left" in written(chart)


def test_marks_stand_on_the_scale() -> None:
    """The ordinal axis has room for the first and the last step."""
    assert medians.RANGE == (0.5, 5.5)
