"""Values with their units, and norms, as sentences in either language."""

from evaluation.findings import Measurement
from evaluation.principles.definition import Indicator
from language import N_, Sentence, Share

Norm = float | tuple[float, float] | None
NO_CASE = N_("no known case")
"""What is said in place of a value that nothing is known of: never nought."""


def quantity(value: float, unit: str) -> Sentence:
    """A value with its unit as a person reads it: a share in per cent, a bare number where the unit has no
    word.
    """
    values, count = {"value": value}, 1 if value == 1 else 2
    match unit:
        case "share":
            return Sentence("{value}", {"value": Share(value)})
        case "days":
            return Sentence("{value} day", values, plural="{value} days", count=count)
        case "groups":
            return Sentence("{value} group", values, plural="{value} groups", count=count)
        case "hours":
            return Sentence("{value} hour", values, plural="{value} hours", count=count)
    return Sentence("{value}", values)


def value_words(measurement: Measurement) -> Sentence:
    """The value of a measurement with its unit, or :data:`NO_CASE`."""
    if measurement.value is None:
        return Sentence(NO_CASE)
    return quantity(measurement.value, measurement.unit)


def limit_words(norm: Norm, indicator: Indicator) -> Sentence | None:
    """What a norm asks for: ``at least 90 %``; None where there is none."""
    if norm is None:
        return None
    if isinstance(norm, tuple):
        low, high = norm
        return Sentence(N_("from {low} to {high}"), {"low": low, "high": quantity(high, indicator.unit)})
    text = N_("at least {amount}") if indicator.norm == "at_least" else N_("at most {amount}")
    return Sentence(text, {"amount": quantity(norm, indicator.unit)})


def norm_words(norm: Norm, indicator: Indicator) -> Sentence | None:
    """The same beside a value: ``norm: at least 90 %``."""
    limit = limit_words(norm, indicator)
    return Sentence(N_("norm: {limit}"), {"limit": limit}) if limit else None
