"""How much bodies agree: van der Eijk's A within one principle, Krippendorff's alpha over a whole round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations


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
    return _exact(tuple(counts))


@lru_cache(maxsize=4096)
def _exact(counts: tuple[int, ...]) -> Fraction | None:
    """Kept, since verdict, confidence and JSON each read it of the same counts."""
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
    are simply not counted, nor is a unit that fewer than two have rated. None where alpha cannot be computed:
    no unit has two ratings, or all ratings that can be paired are the same. Raises AssertionError for a
    negative count. Source: Krippendorff (2004), "Content Analysis", chapter 11.
    """
    pairable = [counts for counts in counts_by_unit if sum(counts) >= 2]
    assert all(min(counts) >= 0 for counts in pairable), f"a count is negative: {pairable}"
    totals = [sum(column) for column in zip(*pairable, strict=True)]
    if sum(total > 0 for total in totals) < 2:
        return None
    distances = _ordinal_distances(totals)
    observed = sum(_disagreement(counts, distances) for counts in pairable)
    # Exact until the last step: the figure stands in frozen rounds, so no machine may round it differently.
    return float(1 - observed / _disagreement(totals, distances))


def _ordinal_distances(totals: Sequence[int]) -> dict[tuple[int, int], int]:
    """The ordinal metric between each two categories, lower first: all ratings from the one to the other,
    less half of those at both ends, squared.

    Here it is four times that, a whole number; alpha is a ratio of distances and the four cancels out.
    """
    return {
        (low, high): (2 * sum(totals[low : high + 1]) - totals[low] - totals[high]) ** 2
        for low, high in combinations(range(len(totals)), 2)
    }


def _disagreement(counts: Sequence[int], distances: dict[tuple[int, int], int]) -> Fraction:
    """The coincidences of unlike ratings, each times its distance: every rating is paired with all others and
    a pair weighs one part in their number, so that each rating counts once.

    With the counts of one unit it is what that unit adds to the observed disagreement; with the totals of all
    units it is the disagreement that chance would give.
    """
    pairs = sum(counts[low] * counts[high] * distance for (low, high), distance in distances.items())
    return Fraction(pairs, sum(counts) - 1)
