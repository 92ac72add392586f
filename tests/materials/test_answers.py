"""One picture of the answers: where each body's square lies, and the figure that is drawn of it."""

from dataclasses import replace

import pytest

from data.models import Answer
from language import Words
from materials.charts.answers import overview_answers, principle_answers
from materials.charts.chart import Scope
from materials.charts.sheet import PLATE
from materials.charts.squares import MOST_SQUARES, SPACE, Picture, Square, picture
from materials.charts.theme import PAPER, RATING_SHADES
from tests.materials.test_charts import of_kind, written
from tests.support.findings import answer, answers, evaluation, finding


def laid(squares: tuple[Square, ...]) -> list[tuple[str, str, float]]:
    """Sign, pattern and start of each square."""
    return [(square.sign, square.entry.pattern, square.start) for square in squares]


def of_committees(*ratings: int | None, **kind: object) -> list[Answer]:
    return [
        answer(1, rating, body=f"b{place}", name=f"Udvalg {place}", **kind)
        for place, rating in enumerate(ratings)
    ]


def test_squares_lie_around_the_middle_of_the_middle_step(words: Words) -> None:
    """Low to high whatever the order given; half of the threes lie left of zero."""
    strip, _ = picture(of_committees(4, 2, 3, 5, 3, 3), [1], words).strips
    assert laid(strip.ratings) == [
        ("2", "", -2.5),
        ("3", "", -1.5),
        ("3", "", -0.5),
        ("3", "", 0.5),
        ("4", "", 1.5),
        ("5", "", 2.5),
    ]
    assert (strip.below, strip.above) == (2.5, 3.5)


def test_a_thin_basis_comes_after_the_documented_ones_of_its_step(words: Words) -> None:
    """Striped, with its number."""
    thin = answer(1, 4, body="thin", basis="thin")
    strip, _ = picture([thin, *of_committees(4, 5)], [1], words).strips
    assert laid(strip.ratings) == [("4", "", 0), ("4", "thin", 1), ("5", "", 2)]


def test_what_is_missing_lies_apart_at_one_place_in_every_strip(words: Words) -> None:
    """Who cannot judge, then a draft, then who has not answered: none of them is a rating."""
    committees = [
        *of_committees(4, 4),
        answer(1, None, body="m", status="missing", basis=None),
        answer(1, None, body="k", not_assessable=True),
        answer(1, None, body="d", status="draft", basis=None),
    ]
    centres = of_committees(5, 5, 5, level="centre")
    drawn = picture([*committees, *centres], [1], words)
    assert laid(drawn.strips[0].missing) == [("n/a", "", 0), ("…", "", 1), ("–", "dotted", 2)]
    assert (drawn.left, drawn.missing_start, drawn.right) == (0, 3 + SPACE, 3 + SPACE + 3)


@pytest.mark.parametrize(("bodies", "signs"), [(MOST_SQUARES, 30), (MOST_SQUARES + 1, 2)])
def test_beyond_thirty_bodies_squares_are_counted_segments(bodies: int, signs: int, words: Words) -> None:
    """Thirty squares for thirty bodies; for one more, one segment a step with its count."""
    ratings = [4] * (bodies - 10) + [2] * 10
    strip, _ = picture(of_committees(*ratings), [1], words).strips
    assert len(strip.ratings) == signs
    if bodies > MOST_SQUARES:
        assert laid(strip.ratings) == [("2 × 10", "", -10), ("4 × 21", "", 0)]


def test_nobody_asked_is_an_empty_picture(words: Words) -> None:
    """Two empty strips of no length."""
    drawn = picture([], [5], words)
    assert drawn == Picture(drawn.strips, 0, 0, 0)
    assert [(strip.ratings, strip.missing) for strip in drawn.strips] == [((), ()), ((), ())]


def test_the_figure_has_a_square_for_every_answer_with_its_number(scope: Scope, words: Words) -> None:
    """Ninety answers and ninety squares in their steps' colours; each names its body where one points."""
    chart = overview_answers(evaluation(), answers(), scope, words)
    bars = [trace for trace in of_kind(chart, "bar") if trace.hoverinfo == "text"]
    names = [name for trace in bars for name in trace.hovertext]
    assert len(names) == 90
    fills = [fill for trace in bars if trace.marker.pattern.shape is None for fill in trace.marker.color]
    fives = sum(each.committee.counts[4] + each.centre.counts[4] for each in evaluation().principles)
    assert fills.count(RATING_SHADES[5].fill) == fives
    assert "centre 3<br>To a high degree" in names


def test_a_thin_basis_is_striped_under_a_white_plate(scope: Scope, words: Words) -> None:
    """Its number stays legible, and the caption of the sentence counts it."""
    thin = [replace(each, basis="thin") if each.rating == 5 else each for each in answers()]
    chart = principle_answers(finding(1), thin, scope, words)
    striped = [trace for trace in of_kind(chart, "bar") if trace.marker.pattern.shape == "/"]
    plates = [trace for trace in of_kind(chart, "bar") if trace.hoverinfo == "skip" and trace.width == PLATE]
    assert [len(trace.x) for trace in striped] == [2]
    assert len([trace for trace in plates if trace.marker.color == PAPER]) == 2
    assert "Thin basis" in written(chart)


def test_the_alt_text_says_finding_verdicts_n_and_medians(scope: Scope, words: Words) -> None:
    """A reader who sees nothing hears the same."""
    alt = overview_answers(evaluation(), answers(), scope, words).alt
    assert alt.startswith(
        "Principle 1 is followed, 2 and 4 partly, 3 is contested, 5 has an insufficient basis."
        " Formulerer tydelige rammer: Followed · confidence: high ("
    )
    assert "answers from 7 of 9 · middle answer 4" in alt


def test_the_table_has_ten_rows_in_the_order_of_the_principles(scope: Scope, words: Words) -> None:
    """A row for each principle and level, 1 to 5."""
    table = overview_answers(evaluation(), answers(), scope, words).table
    assert [row[0] for row in table["Principle"]] == list("1122334455")


def test_nobody_asked_is_no_error(scope: Scope, words: Words) -> None:
    """An evaluation without answers is drawn without a square."""
    assert principle_answers(finding(5), [], scope, words).height > 50
