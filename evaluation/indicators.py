"""Facts against their norms: what the counts over selected consultations say of each indicator."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data import tallies
from data.database import Store
from data.tallies import FactCount, Selection
from evaluation.findings import Measurement
from evaluation.principles import BY_SCALE, INDICATORS
from evaluation.principles.definition import Indicator
from evaluation.scales import SCALES

NOTHING = FactCount(0, 0, 0, 0, None)


def measure_all(
    store: Store, selection: Selection, norms: Mapping[str, float]
) -> tuple[int, dict[str, Measurement]]:
    """How many consultations are selected, and each indicator over them, in the order of the principles."""
    apart = {f"{name}_{scale}": indicator.measure for name, indicator in BY_SCALE.items() for scale in SCALES}
    number, counts = tallies.fact_counts(store, selection, _measures(INDICATORS) | apart, norms)
    measured = {}
    for name, indicator in INDICATORS.items():
        by_scale = {
            scale: measure(indicator, counts.get(f"{name}_{scale}", NOTHING), norms)
            for scale in SCALES
            if name in BY_SCALE
        }
        measured[name] = measure(indicator, counts.get(name, NOTHING), norms, by_scale)
    return number, measured


def measure_by(
    store: Store, grouping: str, selection: Selection, norms: Mapping[str, float]
) -> list[tuple[Any, int, dict[str, Measurement]]]:
    """The same apart by quarter, centre, committee, scale or method: key, consultations and measurements."""
    found = tallies.fact_counts_by(store, grouping, selection, _measures(INDICATORS), norms)
    return [
        (key, number, {name: measure(INDICATORS[name], count, norms) for name, count in counts.items()})
        for key, number, counts in found
    ]


def measure(
    indicator: Indicator,
    fact: FactCount,
    norms: Mapping[str, float],
    by_scale: Mapping[str, Measurement] | None = None,
) -> Measurement:
    """An indicator's value against its norm; both None where nothing is known."""
    shared = indicator.measure != "median"
    numerator = (fact.numerator or 0) if shared else None
    denominator = (fact.denominator or 0) if shared else fact.known
    value = (numerator or 0) / denominator if shared and denominator else fact.median
    norm = norm_of(indicator, norms)
    return Measurement(
        indicator.id,
        numerator,
        denominator,
        fact.unknown,
        value,
        indicator.unit,
        norm,
        is_met(indicator, value, norm),
        fact.known,
        by_scale or {},
    )


def norm_of(indicator: Indicator, norms: Mapping[str, float]) -> float | tuple[float, float] | None:
    """The norm in force; None where the indicator is only reported, or no value applies."""
    if indicator.norm == "within":
        ends = norms.get(f"{indicator.id}_min"), norms.get(f"{indicator.id}_max")
        return None if None in ends else ends  # type: ignore[return-value]  # neither is None
    return None if indicator.norm == "reported" else norms.get(indicator.id)


def is_met(
    indicator: Indicator, value: float | None, norm: float | tuple[float, float] | None
) -> bool | None:
    """Whether a value keeps to its norm; None where either is missing."""
    if value is None or norm is None:
        return None
    if isinstance(norm, tuple):
        return norm[0] <= value <= norm[1]
    return value >= norm if indicator.norm == "at_least" else value <= norm


def behind(rows: pd.DataFrame, found: Measurement, *, met: bool) -> dict[str, str]:
    """The consultations that by themselves meet an indicator's norm, or miss it: title by key. Without a norm
    there are none.

    ``rows`` are those of :func:`data.tallies.fact_rows`; a consultation whose records don't tell is in
    neither set.
    """
    indicator, values = INDICATORS[found.indicator], rows[found.indicator]
    known = rows[values.notna()]
    if indicator.measure == "total":
        kept = known[found.indicator] >= known[f"{found.indicator}_of"]
    elif indicator.measure == "share":
        kept = known[found.indicator] > 0
    else:
        kept = known[found.indicator].map(lambda value: is_met(indicator, float(value), found.norm))
    if found.norm is None:
        return {}
    chosen = known[kept.astype(bool) == met]
    return dict(zip(chosen["consultation"], chosen["title"], strict=True))


def _measures(indicators: Mapping[str, Indicator]) -> dict[str, str]:
    return {name: indicator.measure for name, indicator in indicators.items()}
