"""The chart of ours within the others' spread."""

import pytest

from evaluation.comparison import OwnAmongOthers
from evaluation.distribution import Spread, quartiles
from language import speak
from materials.charts.others import Row, round_above


@pytest.mark.parametrize(
    ("value", "end"),
    [(0.88, 1), (2.2, 3), (10, 10), (10.1, 15), (43.2, 45), (99, 100), (101, 150), (1_234, 1_500)],
)
def test_an_axis_ends_at_a_round_number(value: float, end: float) -> None:
    """Never below what is drawn, and seldom far beyond it."""
    assert round_above(value) == end


@pytest.mark.parametrize(
    ("values", "middle"), [([0.59] * 5, "59%"), ([0.2, 0.4, 0.5, 0.6, 0.9], "40% to 60%")]
)
def test_a_middle_half_without_width_is_one_value(values: list[float], middle: str) -> None:
    """Not “59% to 59%”."""
    spread = Spread("frame_named", 5, 0, quartiles(values), 5, 0, 0)
    row = Row(OwnAmongOthers("frame_named", None, spread, {}), speak("en"))
    assert row.middle == f"the middle half of the others: {middle}"
