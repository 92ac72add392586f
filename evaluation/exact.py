"""Numbers as they are written, so that a value that equals its norm is never told apart from it by
rounding.
"""

from fractions import Fraction


def exact(number: float) -> Fraction:
    """A stored number as the decimal that was typed: 0.15 is 15 of 100, and not the nearest binary number."""
    return Fraction(str(number))
