"""Medians, Cliff's delta and the sign test: published values, tables by hand, and properties."""

from collections.abc import Sequence
from statistics import median_high, median_low
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from evaluation.ordinal import cliffs_delta, median_pair, nearest_distance, sign_test

COUNTS = st.tuples(*[st.integers(0, 9)] * 5)
SOME_COUNTS = COUNTS.filter(any)
EMPTY = (0, 0, 0, 0, 0)


def ratings(counts: Sequence[int]) -> list[int]:
    """The ratings themselves, in order."""
    return [rating for rating, count in enumerate(counts, start=1) for _ in range(count)]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (EMPTY, None),
        ((0, 0, 0, 1, 0), (4, 4)),
        ((0, 0, 1, 1, 0), (3, 4)),
        ((1, 0, 0, 0, 1), (1, 5)),
        ((0, 0, 2, 1, 0), (3, 3)),
        ((0, 0, 2, 2, 0), (3, 4)),
        ((0, 0, 1, 3, 0), (4, 4)),
        ((3, 1, 1, 0, 0), (1, 1)),
        ((2, 1, 0, 1, 2), (2, 4)),
    ],
)
def test_median_is_a_pair_of_ratings_that_exist(counts: list[int], expected: Any) -> None:
    """An even number of ratings keeps both middle values; no ratings have no median."""
    assert median_pair(counts) == expected


@given(SOME_COUNTS)
def test_median_is_the_low_and_the_high_median(counts: list[int]) -> None:
    """The pair is what the standard library calls the low and the high median."""
    assert median_pair(counts) == (median_low(ratings(counts)), median_high(ratings(counts)))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # Published (effsize): 10,10,20,20,20,30,30,30,40,50 against 10,20,30,40,40,50.
        ((2, 3, 3, 1, 1), (1, 1, 1, 2, 1), -0.25),
        (EMPTY, (1, 0, 0, 0, 0), None),
        ((1, 0, 0, 0, 0), EMPTY, None),
        (EMPTY, EMPTY, None),
        ((0, 0, 0, 0, 3), (2, 0, 0, 0, 0), 1.0),
        ((2, 0, 0, 0, 0), (0, 0, 0, 0, 3), -1.0),
        ((0, 0, 4, 0, 0), (0, 0, 1, 0, 0), 0.0),
        # 4 and 5 against 4 and 3: of four pairs three higher, one equal.
        ((0, 0, 0, 1, 1), (0, 0, 1, 1, 0), 0.75),
    ],
)
def test_cliffs_delta_of_known_sets(first: list[int], second: list[int], expected: Any) -> None:
    """Published and hand-counted values; an empty set has no delta."""
    assert cliffs_delta(first, second) == expected


@given(SOME_COUNTS, SOME_COUNTS)
def test_cliffs_delta_is_what_a_double_loop_counts(first: list[int], second: list[int]) -> None:
    """Every rating of the one set against every rating of the other, one at a time."""
    higher = lower = 0
    for one in ratings(first):
        for other in ratings(second):
            higher += one > other
            lower += one < other
    assert cliffs_delta(first, second) == (higher - lower) / (sum(first) * sum(second))


@given(COUNTS, COUNTS)
def test_cliffs_delta_changes_sign_with_the_order_of_the_sets(first: list[int], second: list[int]) -> None:
    """Which set is named first only turns the sign; the value stays within -1 and 1."""
    delta, turned = cliffs_delta(first, second), cliffs_delta(second, first)
    if delta is None or turned is None:
        assert delta is turned
    else:
        assert delta == -turned and -1 <= delta <= 1


@pytest.mark.parametrize(
    ("up", "down", "expected"),
    [
        (0, 0, None),
        (1, 0, 1.0),
        (1, 1, 1.0),
        (5, 0, 2 / 32),
        (0, 6, 2 / 64),
        (6, 1, 2 * (1 + 7) / 128),
        (4, 2, 2 * (1 + 6 + 15) / 64),
        (3, 3, 1.0),
    ],
)
def test_sign_test_of_few_bodies(up: int, down: int, expected: Any) -> None:
    """Counted by hand; no body that moved gives no p."""
    assert sign_test(up, down) == expected


@settings(deadline=None)  # scipy's first call is slow
@given(st.integers(0, 200), st.integers(0, 200))
def test_sign_test_is_what_scipy_gives(up: int, down: int) -> None:
    """Our own sum is held against scipy's exact binomial test."""
    if up + down == 0:
        assert sign_test(up, down) is None
    else:
        assert sign_test(up, down) == pytest.approx(binomtest(up, up + down).pvalue, rel=1e-9)


def test_sign_test_of_more_bodies_than_a_float_can_hold() -> None:
    """Two to the power of the number of bodies may pass every float; the p is still right."""
    assert sign_test(1000, 1000) == 1.0
    assert sign_test(2000, 0) == 0.0


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((4, 4), (4, 4), 0),
        ((3, 4), (4, 5), 0),
        ((2, 5), (3, 3), 0),
        ((4, 4), (3, 3), 1),
        ((4, 5), (2, 2), 2),
        ((1, 2), (4, 5), 2),
        ((5, 5), (1, 1), 4),
    ],
)
def test_nearest_distance_is_between_the_nearest_values(
    first: tuple[int, int], second: tuple[int, int], expected: Any
) -> None:
    """Pairs that touch or overlap lie no steps apart, and the order of the two does not matter."""
    assert nearest_distance(first, second) == nearest_distance(second, first) == expected
