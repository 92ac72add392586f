"""What runs from left to right through rounds and years: a principle, a body, a fact."""

from datetime import date

import pytest

from data.models import Break, Round
from evaluation.findings import Measurement
from language import Words
from materials.charts.chart import Chart, Scope
from materials.charts.own_rounds import About, OwnRound, own_rounds
from materials.charts.through_time import QUARTER, YEAR, is_by_year, through_time
from materials.charts.trend import MOST_ROUNDS, trend
from tests.materials.test_charts import written
from tests.support.findings import TITLES, answer, finding

YEARS = (2018, 2022, 2026)
ROUNDS = [
    Round(
        f"{year}-{year + 3}/midterm",
        f"{year}-{year + 3}",
        "midterm",
        "closed",
        date(year, 1, 1),
        date(year + 1, 12, 31),
        date(year + 1, 12, 31),
        None,
    )
    for year in YEARS
]


def places(chart: Chart, *texts: str) -> list[float]:
    """Where texts of the figure stand on its x axis."""
    spots = {
        text: x
        for trace in chart.figure.data
        if trace.type == "scatter" and trace.mode == "text"
        for text, x in zip(trace.text, trace.x, strict=True)
    }
    return [spots[text] for text in texts]


def test_time_runs_from_left_to_right(scope: Scope, words: Words) -> None:
    """The oldest round stands first; where a body took over, a dashed line and a letter stand before the
    round from which it did.
    """
    breaks = [Break(date(2022, 6, 1), "Center for By", ("Center for Vej", "Center for Park"))]
    chart = trend([(each, finding(1)) for each in ROUNDS], breaks, scope, words)
    assert places(chart, *(f"<b>Mid<br>{year}–{str(year + 3)[2:]}</b>" for year in YEARS)) == [1, 2, 3]
    dashed = [each for each in chart.figure.layout.shapes if each.line.dash == "dash"]
    assert [each.x0 for each in dashed] == [1.5] and places(chart, "a") == [1.5]
    assert "a: Center for By took over from Center for Vej" in written(chart).replace("<br>", " ")


def test_the_oldest_rounds_are_left_out_where_there_are_many(scope: Scope, words: Words) -> None:
    """The picture says how many; the table has them all."""
    many = [(ROUNDS[0], finding(1))] * (MOST_ROUNDS + 2)
    chart = trend(many, [], scope, words)
    assert "2 earlier rounds are left out of the picture" in written(chart).replace("<br>", " ")
    assert len(chart.table) == MOST_ROUNDS + 2


def test_a_bodys_chosen_round_is_framed_under_whole_names(scope: Scope, words: Words) -> None:
    """One frame around the second column; another body's column has a letter and its whole name below."""
    columns = [
        OwnRound(each.key, tuple(answer(n, 4, body="by", level="centre") for n in range(1, 6)), predecessor)
        for each, predecessor in zip(ROUNDS, ("Center for Byplan, Trafik og Ejendomme", "", ""), strict=True)
    ]
    about = About("Higher", ROUNDS[1].key)
    chart = own_rounds(columns, TITLES, scope, words, about=about)
    frames = [each for each in chart.figure.layout.shapes if each.type == "rect"]
    assert [(round(each.x0), round(each.x1)) for each in frames] == [(2, 2)]
    text = written(chart).replace("<br>", " ")
    assert "a: Center for Byplan, Trafik og Ejendomme" in text
    assert [f"{number}. " in text for number in range(1, 6)] == [True] * 5
    assert list(chart.table["Round"])[0].endswith("· Center for Byplan, Trafik og Ejendomme")


def quarterly(known: tuple[int, ...]) -> list[tuple[date, Measurement]]:
    """A fact in one quarter after another."""
    return [
        (date(2020 + place // 4, 3 * (place % 4) + 1, 1), measured(count))
        for place, count in enumerate(known)
    ]


def measured(known: int) -> Measurement:
    """Half of so many consultations, against a norm of nine tenths."""
    value = 0.5 if known else None
    return Measurement("frame_published", known // 2, known, 0, value, "share", 0.9, None, known)


@pytest.mark.parametrize(
    ("known", "by_year"),
    [((4, 4, 5), True), ((5, 5, 4), False), ((5, 4), False), ((0, 0, 5), False), ((), False)],
)
def test_years_say_more_where_most_quarters_hold_few(known: tuple[int, ...], by_year: bool) -> None:
    """Fewer than five in more than half of the quarters that hold any."""
    assert is_by_year(quarterly(known)) is by_year


def test_a_year_has_its_value_beside_its_mark(scope: Scope, words: Words) -> None:
    """A quarter has none: there is no room for it."""
    series = quarterly((4, 8))[:1]
    assert "50%" in written(through_time(series, scope, words, period=YEAR)).split("\n")[-3:]
    assert list(through_time(series, scope, words, period=YEAR).table["Year"]) == ["2020"]
    assert list(through_time(series, scope, words, period=QUARTER).table["Quarter"]) == ["quarter 1 of 2020"]
