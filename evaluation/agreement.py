"""How much bodies agree: van der Eijk's A within one principle, Krippendorff's alpha over a whole round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

import krippendorff


@dataclass(frozen=True)
class Layer:
    """One layer of a distribution: which categories it covers, its share of all cases and its own
    agreement.
    """

    pattern: tuple[bool, ...]
    weight: Fraction
    agreement: Fraction


def van_der_eijk(counts: Sequence[int]) -> float | None:
    """Agreement A in ordered categories: -1 when halves stand at both ends, 0 when evenly spread, 1 when
    unanimous.

    Unused categories count, so give every category of the scale, at least 3. None when there is no case.
    Raises AssertionError below 3 categories or for a negative count. Source: van der Eijk (2001), "Measuring
    agreement in ordered rating scales", Quality & Quantity 35.
    """
    agreement = van_der_eijk_exact(counts)
    return None if agreement is None else float(agreement)


def van_der_eijk_exact(counts: Sequence[int]) -> Fraction | None:
    """The same A as a fraction: a verdict asks whether it is below a norm, and rounding must not answer
    that.
    """
    if sum(counts) == 0:
        assert len(counts) >= 3, "agreement is not defined for fewer than 3 categories"
        return None
    return sum((layer.weight * layer.agreement for layer in layers(counts)), Fraction(0))


def layers(counts: Sequence[int]) -> Iterator[Layer]:
    """The layers of a distribution, from the widest: each as high as its lowest used category, until
    nothing is left.
    """
    assert len(counts) >= 3, "agreement is not defined for fewer than 3 categories"
    assert min(counts) >= 0, f"a count is negative: {counts}"
    n_cases = sum(counts)
    rest = list(counts)
    while any(rest):
        pattern = tuple(count > 0 for count in rest)
        height = min(count for count in rest if count)
        yield Layer(pattern, Fraction(height * sum(pattern), n_cases), _pattern_agreement(pattern))
        rest = [count - height * is_used for count, is_used in zip(rest, pattern, strict=True)]


def _pattern_agreement(pattern: tuple[bool, ...]) -> Fraction:
    """A of one layer: its unimodality, less the more categories it is spread over."""
    spread = Fraction(sum(pattern) - 1, len(pattern) - 1)
    return _unimodality(pattern) * (1 - spread)


def _unimodality(pattern: tuple[bool, ...]) -> Fraction:
    """van der Eijk's U: 1 for a single block of used categories, falling as unused ones come to lie
    between used ones.
    """
    k = len(pattern)
    triples = list(combinations(pattern, 3))
    unimodal = triples.count((True, True, False)) + triples.count((False, True, True))
    bimodal = triples.count((True, False, True))
    if unimodal + bimodal == 0:
        return Fraction(1)
    return Fraction((k - 2) * unimodal - (k - 1) * bimodal, (k - 2) * (unimodal + bimodal))


def krippendorff_alpha(counts_by_unit: Sequence[Sequence[int]]) -> float | None:
    """Krippendorff's alpha for ordinal ratings: 1 is full agreement, 0 what chance gives, below 0 systematic
    disagreement.

    One row of counts (of the bodies that chose 1, 2, 3, 4 and 5) for each unit; bodies that left a unit out
    are simply not counted. None where alpha cannot be computed: no unit has two ratings, or all ratings that
    can be paired are the same. Source: Krippendorff (2004), "Content Analysis", chapter 11, by the
    ``krippendorff`` library.
    """
    pairable = [list(counts) for counts in counts_by_unit if sum(counts) >= 2]
    n_ratings = sum(any(column) for column in zip(*pairable, strict=True))
    if n_ratings < 2:
        return None
    return float(krippendorff.alpha(value_counts=pairable, level_of_measurement="ordinal"))
