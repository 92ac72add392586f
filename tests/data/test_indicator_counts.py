"""What is counted of the states and values that indicators give."""

from typing import Any

import pytest

from data.database import Store
from data.queries.read import sql
from data.queries.scale_bands import Band, scale_bands

HEAD = """
with judged (grouped_by, grouping_key, indicator, measure, consultation, state, value, out_of) as (values
    (null, null, 'share', 'share', 'a', 'known', 1, null),
    (null, null, 'share', 'share', 'b', 'known', 0, null),
    (null, null, 'share', 'share', 'c', 'unknown', null, null),
    (null, null, 'share', 'share', 'd', 'waiting', null, null),
    (null, null, 'share', 'share', 'e', 'no_case', null, null),
    (null, null, 'total', 'total', 'a', 'known', 3, 4),
    (null, null, 'total', 'total', 'b', 'known', 5, 6),
    ('scale', 'small', 'median', 'median', 'a', 'known', 1.5, null),
    ('scale', 'small', 'median', 'median', 'b', 'known', 2.5, null),
    ('scale', 'large', 'median', 'median', 'c', 'waiting', null, null)
)
"""
COUNTED = {
    (None, "share"): (5, 2, 1, 1, 1, 2, None),
    (None, "total"): (2, 2, 0, 0, 8, 10, None),
    ("small", "median"): (2, 2, 0, 0, None, None, 2.0),
    ("large", "median"): (1, 0, 0, 1, None, None, None),
}


def test_each_state_is_counted_by_itself(empty: Store) -> None:
    """A consultation that has to wait is neither known nor unknown, and one that is no case is in none of
    them.
    """
    names = ("consultations", "known", "unknown", "waiting", "numerator", "denominator", "median")
    rows = empty.records(HEAD + sql("indicator_counts"))
    counted = {(row["grouping_key"], row["indicator"]): tuple(row[name] for name in names) for row in rows}
    assert counted == COUNTED


SMALL, MEDIUM = {"scale_small_max_hours": 60.0}, {"scale_medium_max_hours": 250.0}
BANDS: list[tuple[dict[str, float], dict[str, Any]]] = [
    ({}, {}),
    (SMALL, {"small": Band(None, 60)}),
    (MEDIUM, {"large": Band(250, None)}),
    (SMALL | MEDIUM, {"small": Band(None, 60), "medium": Band(60, 250), "large": Band(250, None)}),
]


@pytest.mark.parametrize(("norms", "bands"), BANDS)
def test_a_band_needs_the_norms_of_its_ends(norms: dict[str, float], bands: dict[str, Band]) -> None:
    """Without them nothing is said of that scale."""
    assert scale_bands(norms) == bands


@pytest.mark.parametrize(
    ("hours", "fits"),
    [(60, (False, True)), (60.5, (True, False)), (250, (True, False)), (251, (False, True))],
)
def test_the_upper_end_of_a_band_is_in_it(hours: float, fits: tuple[bool, bool]) -> None:
    """The lower one is not: it belongs to the scale below."""
    medium = Band(60, 250)
    assert (medium.fits(hours), medium.is_below(hours) or medium.is_above(hours)) == fits
