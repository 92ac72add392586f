"""Values with their units, and norms, as sentences in either language."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from evaluation.exact import exact
from evaluation.findings import Measurement
from evaluation.principles.definition import Indicator
from language import N_, Sentence, Share

Norm = float | tuple[float, float] | None
NO_CASE = N_("no known case")
"""What is said in place of a value that nothing is known of: never nought."""
MOST_DECIMALS = 6


def quantity(value: float, unit: str, *, decimals: int = 0) -> Sentence:
    """A value with its unit as a person reads it: a share in per cent with so many decimals at most, a bare
    number where the unit has no word.
    """
    values, count = {"value": value}, 1 if value == 1 else 2
    match unit:
        case "bodies":
            return Sentence(
                "{value} committee or centre", values, plural="{value} committees and centres", count=count
            )
        case "cases":
            return Sentence("{value} consultation", values, plural="{value} consultations", count=count)
        case "answers":
            return Sentence("{value} answer", values, plural="{value} answers", count=count)
        case "share":
            return Sentence("{value}", {"value": Share(value, decimals)})
        case "days":
            return Sentence("{value} day", values, plural="{value} days", count=count)
        case "groups":
            return Sentence("{value} group", values, plural="{value} groups", count=count)
        case "hours":
            return Sentence("{value} hour", values, plural="{value} hours", count=count)
    return Sentence("{value}", values)


def norm_quantity(norm: float, unit: str) -> Sentence:
    """A norm with its unit, with all the decimals that it was written with."""
    return quantity(norm, unit, decimals=decimals_to_tell(exact(norm), [exact(norm)]))


def value_words(measurement: Measurement) -> Sentence:
    """The value of a measurement with its unit, or :data:`NO_CASE`. A share has as many decimals as tell it
    from its norm, and from none and all.
    """
    if measurement.value is None:
        return Sentence(NO_CASE)
    if measurement.unit != "share":
        return quantity(measurement.value, measurement.unit)
    value = exact_value(measurement)
    norms = measurement.norm if isinstance(measurement.norm, tuple) else (measurement.norm,)
    limits = [exact(norm) for norm in norms if norm is not None]
    decimals = decimals_to_tell(value, [*limits, Fraction(0), Fraction(1)])
    return quantity(float(value), measurement.unit, decimals=decimals)


def exact_value(measurement: Measurement) -> Fraction:
    """The value of a measurement that has one, as a fraction."""
    assert measurement.value is not None, "nothing is known"
    if measurement.numerator is None:
        return exact(measurement.value)
    return Fraction(measurement.numerator, measurement.denominator)


def decimals_to_tell(share: Fraction, limits: Sequence[Fraction]) -> int:
    """How few decimals of a per cent show on which side of each limit a share lies."""
    sides = [_side(share, limit) for limit in limits]
    for decimals in range(MOST_DECIMALS):
        shown_share = Fraction(str(round(Decimal(share.numerator) * 100 / share.denominator, decimals))) / 100
        if [_side(shown_share, limit) for limit in limits] == sides:
            return decimals
    return MOST_DECIMALS


def limit_words(norm: Norm, indicator: Indicator, unit: str | None = None) -> Sentence | None:
    """What a norm asks for: ``at least 90 %``; None where there is none. ``unit`` is that of the
    measurement.
    """
    if norm is None:
        return None
    unit = unit or indicator.unit
    if isinstance(norm, tuple):
        low, high = norm
        return Sentence(N_("from {low} to {high}"), {"low": low, "high": norm_quantity(high, unit)})
    is_floor = norm_kind(norm, indicator, unit) == "at_least"
    text = N_("at least {amount}") if is_floor else N_("at most {amount}")
    return Sentence(text, {"amount": norm_quantity(norm, unit)})


def norm_kind(norm: Norm, indicator: Indicator, unit: str) -> str | None:
    """Whether a value measured in the unit has to lie ``within`` the norm, or be ``at_least`` or ``at_most``
    it; None where there is none. Rounds frozen before November 2026 held days of the middle value against a
    band or a ceiling.
    """
    if norm is None:
        return None
    if isinstance(norm, tuple):
        return "within"
    return "at_least" if indicator.norm == "at_least" and unit == indicator.unit else "at_most"


def norm_words(norm: Norm, indicator: Indicator, unit: str | None = None) -> Sentence | None:
    """The same beside a value: ``norm: at least 90 %``."""
    limit = limit_words(norm, indicator, unit)
    return Sentence(N_("norm: {limit}"), {"limit": limit}) if limit else None


def _side(number: Fraction, limit: Fraction) -> int:
    return (number > limit) - (number < limit)
