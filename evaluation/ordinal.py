"""Statistics of ratings that have an order but no distance, from counts of the bodies that chose 1, 2, 3, 4
and 5.

The sign test is computed here and not by scipy: importing ``scipy.stats`` takes about a second (measured
0.9-2.9 s; the rest of the program needs no scipy), and for a chance of one half the exact test is one sum of
binomial coefficients. The tests hold it against scipy.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import comb

BITS = 256
"""How many bits of a number of ways are reckoned with: all of them up to some 250 moved bodies, and far
more than a float holds.
"""


def median_pair(counts: Sequence[int]) -> tuple[int, int] | None:
    """The lower and the upper middle rating: equal for an odd number, often equal for an even one.

    None when there is no rating. Never a value between two ratings: a step between "in some degree" and "in a
    high degree" does not exist.
    """
    n = sum(counts)
    if n == 0:
        return None
    return _rating_at(counts, (n + 1) // 2), _rating_at(counts, n // 2 + 1)


def _rating_at(counts: Sequence[int], place: int) -> int:
    """The rating in the given place, counted from 1, when all ratings stand in order."""
    return next(rating for rating, so_far in enumerate(accumulate(counts), start=1) if so_far >= place)


def cliffs_delta(first: Sequence[int], second: Sequence[int]) -> float | None:
    """P(first > second) - P(first < second) for one rating of each set: from -1 to 1, positive when the first
    rates higher.

    None when either set has no rating. Source: Hogarty and Kromrey (1999), after Cliff (1993).
    """
    pairs = sum(first) * sum(second)
    if pairs == 0:
        return None
    lead = sum(
        n_first * n_second * ((rating > other) - (rating < other))
        for rating, n_first in enumerate(first)
        for other, n_second in enumerate(second)
    )
    return lead / pairs


def sign_test(up: int, down: int) -> float | None:
    """The exact two-sided p that bodies go up and down by chance alike; bodies that stayed are left out.

    None when no body moved. Source: the binomial distribution with a chance of one half (Dixon and Mood
    1946).
    """
    n, k = up + down, min(up, down)
    if n == 0:
        return None
    ways, as_uneven_or_more = comb(n, k), 0
    beyond = max(0, ways.bit_length() - BITS)
    ways >>= beyond
    while ways:  # down a row of Pascal's triangle, each number from the one above, as far as they count
        as_uneven_or_more += ways
        ways, k = ways * k // (n - k + 1), k - 1
    # Both sides; even ups and downs count their middle twice, which would pass 1.
    return min(1.0, float((as_uneven_or_more << beyond + 1) / 2**n))


def nearest_distance(first_pair: tuple[int, int], second_pair: tuple[int, int]) -> int:
    """Steps between the nearest values of two median pairs; 0 when they touch or overlap."""
    return max(0, first_pair[0] - second_pair[1], second_pair[0] - first_pair[1])
