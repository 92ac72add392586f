"""Agreement, Cliff's delta and the sign test, each by its definition, in fractions."""

from fractions import Fraction


def agreement(counts: list[int]) -> Fraction | None:
    """van der Eijk's A, one case high at a time: each height weighs with the cases that reach it."""
    n, k = sum(counts), len(counts)
    if n == 0:
        return None
    total = Fraction(0)
    for height in range(1, max(counts) + 1):
        used = [place for place in range(k) if counts[place] >= height]
        total += Fraction(len(used), n) * agreement_of_places(used, k)
    return total


def agreement_of_places(used: list[int], k: int) -> Fraction:
    """A of a flat pattern, by its pairs of used places: unused ones between them speak against, those
    outside for it.
    """
    inside = outside = 0
    for low in used:
        for high in used:
            if low < high:
                between = [place for place in range(low + 1, high) if place not in used]
                inside += len(between)
                outside += k - len(used) - len(between)
    unimodality = (
        Fraction((k - 2) * outside - (k - 1) * inside, (k - 2) * (outside + inside))
        if outside + inside
        else Fraction(1)
    )
    return unimodality * Fraction(k - len(used), k - 1)


def delta(first: list[int], second: list[int]) -> float | None:
    """How much more often one of the first lies above one of the second than below it."""
    if not first or not second:
        return None
    higher = len([1 for one in first for other in second if one > other])
    lower = len([1 for one in first for other in second if one < other])
    return (higher - lower) / (len(first) * len(second))


def sign_p(up: int, down: int) -> float | None:
    """Of all ways the moved bodies could have gone, the share at least as uneven as this, whichever way."""
    n = up + down
    if n == 0:
        return None
    ways = [1]
    for _ in range(n):  # a row of Pascal's triangle
        ways = [1, *[ways[place] + ways[place + 1] for place in range(len(ways) - 1)], 1]
    uneven = sum(ways[ups] for ups in range(n + 1) if abs(2 * ups - n) >= abs(up - down))
    return float(uneven / 2**n)
