"""How the indicators and verdicts of many municipalities are spread. Nobody is ranked."""

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evaluation.findings import Evaluation, Measurement
from evaluation.principles import INDICATORS
from evaluation.scales import VERDICTS

FEWEST = 5
"""A spread of fewer municipalities would tell of single ones: pages show none."""


@dataclass(frozen=True)
class Quartiles:
    """The lowest value, the three quartiles, and the highest."""

    lowest: float
    lower: float
    median: float
    upper: float
    highest: float


@dataclass(frozen=True)
class Spread:
    """An indicator over several municipalities: how many know its value, how many don't, how it is spread
    (None where nobody knows it), and how many meet their own norm, miss it, and are not judged.
    """

    indicator: str
    known: int
    unknown: int
    quartiles: Quartiles | None
    met: int
    missed: int
    not_judged: int


@dataclass(frozen=True)
class Distribution:
    """The spread of every indicator in the order of the principles, and how many municipalities have which
    verdict, by principle.
    """

    municipalities: int
    spreads: Mapping[str, Spread]
    verdicts: Mapping[int, Mapping[str, int]]


def distribution(evaluations: Sequence[Evaluation]) -> Distribution:
    """How the findings of several municipalities are spread."""
    measurements = [measurements_of(each) for each in evaluations]
    verdicts: dict[int, Counter[str]] = {}
    for evaluation in evaluations:
        for finding in evaluation.principles:
            verdicts.setdefault(finding.principle, Counter())[finding.verdict.final] += 1
    return Distribution(
        len(evaluations),
        {name: spread(name, [each.get(name) for each in measurements]) for name in INDICATORS},
        {number: {verdict: counts[verdict] for verdict in VERDICTS} for number, counts in verdicts.items()},
    )


def measurements_of(evaluation: Evaluation) -> dict[str, Measurement]:
    """Every indicator of an evaluation by its name."""
    of_principles = [each for finding in evaluation.principles for each in finding.indicators]
    return {each.indicator: each for each in (*of_principles, *evaluation.proportionality)}


def spread(indicator: str, measurements: Iterable[Measurement | None]) -> Spread:
    """How one indicator is spread; where it was not worked out at all, it is not known."""
    all_measurements = list(measurements)
    present = [each for each in all_measurements if each is not None]
    values = [each.value for each in present if each.value is not None]
    judged = Counter(each.met for each in present if each.value is not None)
    return Spread(
        indicator,
        len(values),
        len(all_measurements) - len(values),
        quartiles(values),
        judged[True],
        judged[False],
        judged[None],
    )


def quartiles(values: Sequence[float]) -> Quartiles | None:
    """The quartiles of a whole set, between its values where none lies there (Hyndman and Fan 1996, type 7);
    None of no value.

    >>> quartiles([1, 2, 3, 4, 5])
    Quartiles(lowest=1, lower=2.0, median=3.0, upper=4.0, highest=5)
    """
    if not values:
        return None
    lower, median, upper = (
        statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else (values[0],) * 3
    )
    return Quartiles(min(values), lower, median, upper, max(values))
