"""Agreement: published values with their layers, what cannot be computed, and properties."""

import json
import warnings
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any

import krippendorff
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evaluation.agreement import krippendorff_alpha, layers, van_der_eijk

PUBLISHED = (30, 40, 210, 130, 530, 50, 10)
COUNTS = st.lists(st.integers(0, 20), min_size=3, max_size=8)
SOME_COUNTS = COUNTS.filter(any)
UNITS = st.lists(st.tuples(*[st.integers(0, 4)] * 5), min_size=1, max_size=5)

# One line a body: what it gave each of five units, "." for nothing.
TABLES = st.lists(st.text("12345.", min_size=5, max_size=5), min_size=2, max_size=12)
LEGACY = Path(__file__).parents[1] / "legacy" / "v0.2.0"

# Krippendorff (2011), "Computing Krippendorff's alpha-reliability", example C: observers A to D over twelve
# units, "." for a missing value. The R packages irr and tidycomm give the same figures.
OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (PUBLISHED, 0.6113333),
        ((2, 0, 1, 1), 0.083333),
        ((0, 0, 0, 7, 0), 1),
        ((1, 0, 0), 1),
        ((3, 3, 3, 3, 3), 0),
        ((4, 4, 4), 0),
        ((5, 0, 0, 0, 5), -1),
        ((2, 0, 2), -1),
        ((1, 0, 0, 0, 0, 0, 1), -1),
        # By hand: one layer 00110, U = 1, two of five categories: 1 - 1/4.
        ((0, 0, 3, 3, 0), 0.75),
        # By hand: 11111 (A 0, weight 5/6), then 00010 (A 1, weight 1/6).
        ((1, 1, 1, 2, 1), 1 / 6),
        # By hand: 10010: U = (3*1 - 4*2) / (3*3) = -5/9, times 3/4.
        ((1, 0, 0, 1, 0), -5 / 12),
    ],
)
def test_agreement_of_known_distributions(counts: list[int], expected: Any) -> None:
    """Published values (van der Eijk; agrmt) and hand-computed ones."""
    assert van_der_eijk(counts) == pytest.approx(expected, abs=5e-7)


@pytest.mark.parametrize(
    "counts", [(3, 3, 3, 3, 3), (1, 1, 1, 1, 1), (5, 0, 0, 0, 5), (0, 0, 9, 0, 0), (7, 7, 7, 7, 7, 7, 7)]
)
def test_agreement_at_its_fixed_points_is_exact(counts: list[int]) -> None:
    """Even spread is 0 to the last bit: the verdict asks whether A is below 0."""
    assert van_der_eijk(counts) in (-1, 0, 1)


def test_layers_of_the_published_distribution() -> None:
    """The seven published layers: which categories, how much agreement, how much weight."""
    assert [
        (
            "".join(str(int(used)) for used in layer.pattern),
            round(float(layer.agreement), 3),
            float(layer.weight),
        )
        for layer in layers(PUBLISHED)
    ] == [
        ("1111111", 0.0, 0.07),
        ("1111110", 0.167, 0.12),
        ("0111110", 0.333, 0.05),
        ("0011110", 0.5, 0.04),
        ("0011100", 0.667, 0.24),
        ("0010100", 0.467, 0.16),
        ("0000100", 1.0, 0.32),
    ]


@pytest.mark.parametrize("counts", [(0, 0, 0), (0, 0, 0, 0, 0)])
def test_no_cases_have_no_agreement(counts: list[int]) -> None:
    """Nothing to agree on is not agreement and not disagreement."""
    assert van_der_eijk(counts) is None


@pytest.mark.parametrize("counts", [(), (1,), (1, 1), (0, 0)])
def test_fewer_than_three_categories_is_a_bug(counts: list[int]) -> None:
    """A is not defined for fewer than three categories."""
    with pytest.raises(AssertionError, match="fewer than 3"):
        van_der_eijk(counts)


def test_a_negative_count_is_a_bug() -> None:
    """Counts below zero never give a figure."""
    with pytest.raises(AssertionError, match="negative"):
        van_der_eijk((1, -1, 3))


@given(SOME_COUNTS)
def test_agreement_lies_between_its_ends(counts: list[int]) -> None:
    """Never below -1, never above 1."""
    agreement = van_der_eijk(counts)
    assert agreement is not None and -1 <= agreement <= 1


@given(SOME_COUNTS)
def test_agreement_does_not_know_which_end_is_high(counts: list[int]) -> None:
    """Turning the scale round changes nothing, to the last bit."""
    assert van_der_eijk(counts) == van_der_eijk(counts[::-1])


@given(SOME_COUNTS, st.integers(2, 9))
def test_agreement_does_not_know_how_many(counts: list[int], times: int) -> None:
    """The same shape among more bodies agrees just as much."""
    assert van_der_eijk(counts) == van_der_eijk([count * times for count in counts])


@given(SOME_COUNTS)
def test_layers_put_together_are_the_distribution(counts: list[int]) -> None:
    """Weights add up to all cases, and each category gets its own cases back."""
    parts = list(layers(counts))
    n = sum(counts)
    assert sum(layer.weight for layer in parts) == 1
    assert [
        sum(layer.weight * n / sum(layer.pattern) for layer in parts if layer.pattern[place])
        for place in range(len(counts))
    ] == counts


def counts_of(table: Sequence[str]) -> list[list[int]]:
    """One row of counts for each unit (each column) of a table of ratings."""
    return [[column.count(rating) for rating in "12345"] for column in zip(*table, strict=True)]


def library_alpha(table: Sequence[str], level: Any = "ordinal") -> float:
    """The same table by the krippendorff library."""
    ratings = [[float("nan") if rating == "." else float(rating) for rating in line] for line in table]
    return float(
        krippendorff.alpha(reliability_data=ratings, value_domain=[1, 2, 3, 4, 5], level_of_measurement=level)
    )


def test_alpha_of_the_published_example() -> None:
    """Krippendorff's example C, ordinal: 0.815388 to six digits."""
    alpha = krippendorff_alpha(counts_of(OBSERVERS))
    assert alpha is not None and round(alpha, 6) == 0.815388


@pytest.mark.parametrize(
    ("level", "expected"),
    [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)],
)
def test_the_library_gives_the_published_values(level: Any, expected: Any) -> None:
    """Every published level of measurement, so that the peer of the tests below can be relied on."""
    assert library_alpha(OBSERVERS, level) == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize(
    ("counts_by_unit", "expected"),
    [
        # Each unit is unanimous, and the units differ.
        ([(3, 0, 0, 0, 0), (0, 0, 0, 0, 2)], 1),
        # Two bodies at both ends, twice. Totals 2 and 2, distance d: observed 2d, by chance 4d/3.
        ([(1, 0, 0, 0, 1), (1, 0, 0, 0, 1)], -1 / 2),
        # Totals 1, 1, 2; four times the distances: 4, 25, 9. Observed 4; by chance (4 + 2*25 + 2*9) / 3.
        ([(1, 1, 0, 0, 0), (0, 0, 2, 0, 0)], 5 / 6),
        # Totals 2, 1, 1; distances 9, 25, 4. Observed (2*9 + 2*25 + 4) / 3, the very same by chance.
        ([(2, 1, 1, 0, 0)], 0),
    ],
)
def test_alpha_by_hand(counts_by_unit: list[list[int]], expected: float) -> None:
    """Ordinal distances and coincidences on paper, to the last bit."""
    assert krippendorff_alpha(counts_by_unit) == expected


@pytest.mark.parametrize("name", ["2022-2025-midterm.json", "2022-2025-endterm.json"])
def test_alpha_is_what_rounds_were_frozen_with(name: str) -> None:
    """Version 0.2.0 asked the library: its figures differ in the last bit at most."""
    frozen = json.loads((LEGACY / name).read_text("utf-8"))
    alpha = krippendorff_alpha([list(each["all"]["counts"].values()) for each in frozen["principles"]])
    assert alpha == pytest.approx(frozen["agreement_all"]["krippendorff_alpha_ordinal"], rel=0, abs=2**-52)


@pytest.mark.parametrize(
    "counts_by_unit",
    [
        [],
        [(0, 0, 0, 0, 0)] * 5,
        [(0, 0, 0, 1, 0), (1, 0, 0, 0, 0)],  # nothing to pair
        [(0, 0, 0, 4, 0)] * 5,  # one value only
        [(0, 0, 0, 4, 0), (1, 0, 0, 0, 0)],  # one value only among those that can be paired
    ],
)
def test_alpha_that_cannot_be_computed_is_none_without_a_warning(counts_by_unit: list[list[int]]) -> None:
    """One value or nothing to pair is no alpha: not 0, not 1, and no warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert krippendorff_alpha(counts_by_unit) is None


def test_alpha_of_a_negative_count_is_a_bug() -> None:
    """Counts below zero never give a figure."""
    with pytest.raises(AssertionError, match="negative"):
        krippendorff_alpha([(1, -1, 3, 0, 0), (0, 2, 0, 0, 0)])


@settings(deadline=None)  # the library's first call is slow
@given(TABLES)
@example(["12345", "54321"])
def test_alpha_is_the_librarys_on_any_table(table: list[str]) -> None:
    """Random bodies, any of whose ratings may be missing: the library's figure but for its rounding."""
    alpha = krippendorff_alpha(counts_of(table))
    if alpha is not None:
        assert alpha == pytest.approx(library_alpha(table), rel=0, abs=1e-13)


@given(TABLES)
def test_alpha_is_the_float_nearest_to_the_exact_value(table: list[str]) -> None:
    """The definition word by word, pair of ratings by pair of ratings, in fractions, and rounded once."""
    units = [[int(rating) for rating in column if rating != "."] for column in zip(*table, strict=True)]
    units = [unit for unit in units if len(unit) >= 2]
    everything = [rating for unit in units for rating in unit]
    n = Counter(everything)

    def distance(one: int, other: int) -> Fraction:
        low, high = sorted((one, other))
        return (sum(n[between] for between in range(low, high + 1)) - Fraction(n[low] + n[high], 2)) ** 2

    def disagreement(ratings: list[int]) -> Fraction:
        pairs = Counter(permutations(ratings, 2)).items()
        return sum(times * distance(*pair) for pair, times in pairs) / Fraction(len(ratings) - 1)

    exact = 1 - sum(map(disagreement, units)) / disagreement(everything) if len(n) > 1 else None
    assert krippendorff_alpha(counts_of(table)) == (exact if exact is None else float(exact))


@given(UNITS)
def test_alpha_is_a_number_at_most_one_or_none(counts_by_unit: list[list[int]]) -> None:
    """Whatever the ratings: a finite number of at most 1, or None."""
    alpha = krippendorff_alpha(counts_by_unit)
    assert alpha is None or -2 < alpha <= 1


@given(TABLES, st.randoms(use_true_random=False))
def test_alpha_does_not_know_the_order_of_bodies_units_or_scale(table: list[str], random: Any) -> None:
    """Bodies and units in another order and the scale turned round give the same alpha, to the last bit."""
    bodies = random.sample(table, len(table))
    units = random.sample(counts_of(bodies), 5)
    assert krippendorff_alpha([counts[::-1] for counts in units]) == krippendorff_alpha(counts_of(table))


@given(UNITS, st.sampled_from(range(5)))
def test_alpha_does_not_know_units_that_cannot_be_paired(counts_by_unit: list[Any], place: int) -> None:
    """A unit that nobody rated, and one that a single body rated, change nothing."""
    lonely = [int(category == place) for category in range(5)]
    more = [[0] * 5, *counts_by_unit, lonely]
    assert krippendorff_alpha(more) == krippendorff_alpha(counts_by_unit)
