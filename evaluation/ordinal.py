"""Statistics of ratings that have an order but no distance, all from counts of ratings 1 to 5."""

from math import comb


def median_pair(counts):
    n = sum(counts)
    if not n:
        return None
    steps = [s for s, c in enumerate(counts, 1) for _ in range(c)]
    return steps[(n - 1) // 2], steps[n // 2]


def cliffs_delta(first, second):
    n, m = sum(first), sum(second)
    if not n or not m:
        return None
    more = sum(a * b for i, a in enumerate(first) for j, b in enumerate(second) if i > j)
    less = sum(a * b for i, a in enumerate(first) for j, b in enumerate(second) if i < j)
    return (more - less) / (n * m)


def sign_test(up, down):
    n = up + down
    if not n:
        return None
    tail = sum(comb(n, k) for k in range(min(up, down) + 1))
    return min(1.0, 2 * tail / 2**n)


def nearest_distance(first, second):
    return max(0, first[0] - second[1], second[0] - first[1])
