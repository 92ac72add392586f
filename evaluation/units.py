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
        case "bodies":
            return Sentence("{value} body", values, plural="{value} bodies", count=count)
        case "cases":
            return Sentence("{value} consultation", values, plural="{value} consultations", count=count)
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


def limit_words(norm: Norm, indicator: Indicator, unit: str | None = None) -> Sentence | None:
    """What a norm asks for: ``at least 90 %``; None where there is none. ``unit`` is that of the measurement:
    rounds frozen before November 2026 held days of the middle value against a band or a ceiling.
    """
    if norm is None:
        return None
    unit = unit or indicator.unit
    if isinstance(norm, tuple):
        low, high = norm
        return Sentence(N_("from {low} to {high}"), {"low": low, "high": quantity(high, unit)})
    is_floor = indicator.norm == "at_least" and unit == indicator.unit
    text = N_("at least {amount}") if is_floor else N_("at most {amount}")
    return Sentence(text, {"amount": quantity(norm, unit)})


def norm_words(norm: Norm, indicator: Indicator, unit: str | None = None) -> Sentence | None:
    """The same beside a value: ``norm: at least 90 %``."""
    limit = limit_words(norm, indicator, unit)
    return Sentence(N_("norm: {limit}"), {"limit": limit}) if limit else None
