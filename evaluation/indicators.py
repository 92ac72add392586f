"""Facts against their norms: what the counts over selected consultations say of each indicator."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from data.database import Store
from data.queries.indicator_counts import (
    NOTHING,
    SILENT_CENTRES,
    Count,
    Group,
    Groups,
    IndicatorCount,
    IndicatorRow,
    count_indicators,
    count_indicators_of,
)
from data.queries.selection import Selection
from data.queries.steps import Judged
from data.record_source import RecordSource
from evaluation.exact import exact
from evaluation.findings import Measurement
from evaluation.principles import INDICATORS
from evaluation.principles.definition import Indicator
from evaluation.scales import SCALES

Measured = tuple[int, dict[str, Measurement]]
"""How many consultations are selected, and each indicator over them, in the order of the principles."""


def measure_all(store: RecordSource, selection: Selection, norms: Mapping[str, float]) -> Measured:
    """How many consultations are selected, and each indicator over them, in the order of the principles."""
    return measure_each(store, [Judged(selection, norms)])[0]


def measure_each(source: RecordSource, judged: Sequence[Judged]) -> list[Measured]:
    """The same of each of several selections, by its own norms; read by one query."""
    apart = [
        Count(name, indicator.measure, "scale")
        for name, indicator in INDICATORS.items()
        if indicator.by_scale
    ]
    silent = [
        Count(name, indicator.measure, SILENT_CENTRES)
        for name, indicator in INDICATORS.items()
        if indicator.tells_silence
    ]
    groups_of_each = count_indicators_of(source, judged, [*_counts(), *apart, *silent])
    return [_measured(groups, each.norms) for groups, each in zip(groups_of_each, judged, strict=True)]


def _measured(groups: Groups, norms: Mapping[str, float]) -> Measured:
    (everything,) = groups[None]
    by_scale = {group.key: group.counts for group in groups.get("scale", [])}
    silent_centres = groups.get(SILENT_CENTRES, [])
    measurements = {
        name: measure(
            indicator,
            everything.counts[name],
            norms,
            _by_scale(indicator, by_scale, norms),
            _silent_about(name, silent_centres),
        )
        for name, indicator in INDICATORS.items()
    }
    return everything.consultations, measurements


def _silent_about(indicator: str, silent_centres: Iterable[Group]) -> tuple[str, ...]:
    """The centres that have the norm's number of cases or more and record nothing of this indicator."""
    return tuple(group.key for group in silent_centres if indicator in group.counts)


def measure_by(
    store: Store, grouping: str, selection: Selection, norms: Mapping[str, float]
) -> list[tuple[Any, int, dict[str, Measurement]]]:
    """The same apart by quarter, centre, committee, scale or method: key, consultations and measurements."""
    groups = count_indicators(store, selection, _counts(grouping), norms=norms)[grouping]
    return [
        (
            group.key,
            group.consultations,
            {name: measure(INDICATORS[name], group.counts[name], norms) for name in INDICATORS},
        )
        for group in groups
    ]


def _counts(grouping: str | None = None) -> list[Count]:
    return [Count(name, indicator.measure, grouping) for name, indicator in INDICATORS.items()]


def _by_scale(
    indicator: Indicator, counts: Mapping[str, Mapping[str, IndicatorCount]], norms: Mapping[str, float]
) -> dict[str, Measurement]:
    """The indicator at each planned scale, nothing known where no consultation has it; empty where it is not
    told so.
    """
    scales = SCALES if indicator.by_scale else {}
    return {
        scale: measure(indicator, counts.get(scale, {}).get(indicator.id, NOTHING), norms) for scale in scales
    }


def measure(
    indicator: Indicator,
    count: IndicatorCount,
    norms: Mapping[str, float],
    by_scale: Mapping[str, Measurement] | None = None,
    not_recorded: tuple[str, ...] = (),
) -> Measurement:
    """An indicator's value against its norm; both None where nothing is known, and not judged where more
    consultations wait than are known.
    """
    is_share = indicator.measure != "median"
    numerator = (count.numerator or 0) if is_share else None
    denominator = (count.denominator or 0) if is_share else count.known
    share = Fraction(numerator or 0, denominator) if is_share and denominator else None
    value = count.median if share is None else float(share)
    norm = norm_of(indicator, norms)
    return Measurement(
        indicator.id,
        numerator,
        denominator,
        count.unknown,
        value,
        indicator.unit,
        norm,
        None if count.waiting > count.known else is_met(indicator, value if share is None else share, norm),
        count.known,
        by_scale or {},
        waiting=count.waiting,
        band=band_of(indicator, norms),
        not_recorded=not_recorded,
    )


def norm_of(indicator: Indicator, norms: Mapping[str, float]) -> float | None:
    """The norm in force; None where the indicator is only reported, or no value applies."""
    return None if indicator.norm == "reported" else norms.get(indicator.id)


def band_of(indicator: Indicator, norms: Mapping[str, float]) -> float | tuple[float, float] | None:
    """The limit, or both ends, that each consultation is held against; None where there is none, or one is
    not in force.
    """
    limits = tuple(norms[name] for name in indicator.limits if name in norms)
    if not limits or len(limits) < len(indicator.limits):
        return None
    return limits[0] if len(limits) == 1 else (limits[0], limits[1])


def is_met(indicator: Indicator, value: Fraction | float | None, norm: float | None) -> bool | None:
    """Whether a value keeps to its norm, exactly; None where either is missing."""
    if value is None or norm is None:
        return None
    difference = Fraction(value) - exact(norm)
    return difference >= 0 if indicator.norm == "at_least" else difference <= 0


def behind(rows: Iterable[IndicatorRow], measurement: Measurement, *, has_met: bool) -> dict[str, str]:
    """The consultations that by themselves meet an indicator's norm, or miss it: title by key. Without a norm
    there are none.

    A consultation whose records don't tell, or to which the indicator does not speak, is in neither set.
    """
    norm = measurement.norm
    if norm is None or isinstance(norm, tuple):
        return {}
    indicator = INDICATORS[measurement.indicator]
    known_rows = [row for row in rows if row.indicator == measurement.indicator and row.value is not None]
    return {row.consultation: row.title for row in known_rows if meets(indicator, row, norm) is has_met}


def meets(indicator: Indicator, row: IndicatorRow, norm: float) -> bool | None:
    """Whether one consultation whose value is known meets the norm by itself: of a share of consultations
    it is on the good side; of a share of a total its own share is, and so is one without any.
    """
    match indicator.measure:
        case "share":
            return bool(row.value) is (indicator.norm == "at_least")
        case "total":
            share = Fraction(row.value or 0) / Fraction(row.out_of) if row.out_of else None
            return share is None or is_met(indicator, share, norm)
        case "median":
            return is_met(indicator, row.value, norm)
