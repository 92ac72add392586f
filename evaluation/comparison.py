"""A municipality's indicators within the spread of the others'."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from data import queries
from data.lake.engine import OpenLake
from data.lake.partition import Manifest
from data.queries.selection import Selection, of_rounds
from data.queries.steps import Judged
from evaluation.distribution import FEWEST, Quartiles, Spread, measurements_of, spread
from evaluation.findings import Measurement
from evaluation.indicators import measure_each
from evaluation.municipalities import evaluate_lake, rounds_of
from evaluation.principles import INDICATORS
from language import N_

SIZES: Mapping[str, tuple[int, int | None]] = {
    "small": (0, 30_000),
    "medium": (30_000, 60_000),
    "large": (60_000, None),
}
"""From how many inhabitants on, and below how many."""
SIZE_NAMES: Mapping[str, str] = {
    "small": N_("Under 30,000 inhabitants"),
    "medium": N_("30,000 to 60,000 inhabitants"),
    "large": N_("60,000 inhabitants or more"),
}
Other = tuple[Manifest, Mapping[str, Measurement]]
"""Another municipality, and its indicators by name."""


@dataclass(frozen=True)
class OwnAmongOthers:
    """One indicator: ours (None: not worked out), the others' spread, and the values of those that agreed to
    be named.
    """

    indicator: str
    own: Measurement | None
    spread: Spread
    named: Mapping[str, float]

    @property
    def quartiles(self) -> Quartiles | None:
        """Those of the others, from five whose value is known; fewer would tell of single ones."""
        return self.spread.quartiles if self.spread.known >= FEWEST else None

    @property
    def is_within(self) -> bool | None:
        """Whether ours lies within the middle half of the others'; None where either is not there."""
        if self.quartiles is None or self.own is None or self.own.value is None:
            return None
        return self.quartiles.lower <= self.own.value <= self.quartiles.upper


def others_in(
    lake: OpenLake,
    round_key: str,
    register: str,
    narrow: Callable[[Selection], Selection] | None = None,
) -> list[Other]:
    """Every municipality of a lake that has the round, but for the one of this ``register`` (by its hash).

    Whole rounds are those that were frozen, where they are; over a part of their consultations (``narrow``)
    the records are counted as they stand. Raises what :func:`evaluation.municipalities.evaluate_lake` does.
    """
    if narrow is None:
        return [
            (each.manifest, measurements_of(each.evaluation))
            for each in evaluate_lake(lake, round_key).municipalities
            if each.manifest.register != register
        ]
    rounds = [
        each for each in rounds_of(lake, round_key) if lake.manifests[each.municipality].register != register
    ]
    if not rounds:
        return []
    norms = queries.norms.in_force_on(lake, [(each.municipality, each.opening_day) for each in rounds])
    selections = [narrow(each) for each in of_rounds(lake, rounds)]
    measured = measure_each(lake, list(map(Judged, selections, norms)))
    return [
        (lake.manifests[each.municipality], measurements)
        for each, (_, measurements) in zip(rounds, measured, strict=True)
    ]


def of_size(others: Sequence[Other], size: str) -> list[Other]:
    """Those with as many inhabitants; without a ``size`` all, also those of which nobody said how many."""
    if size not in SIZES:
        return list(others)
    least, below = SIZES[size]
    return [
        (manifest, measurements)
        for manifest, measurements in others
        if manifest.inhabitants is not None
        and manifest.inhabitants >= least
        and (below is None or manifest.inhabitants < below)
    ]


def own_among(
    own: Mapping[str, Measurement], others: Sequence[Other]
) -> dict[int | None, list[OwnAmongOthers]]:
    """Ours beside theirs, by principle (None: proportionality), in the order of the indicators."""
    rows: dict[int | None, list[OwnAmongOthers]] = {}
    for name, indicator in INDICATORS.items():
        theirs = [(manifest, measurements.get(name)) for manifest, measurements in others]
        named = {
            manifest.name: each.value
            for manifest, each in theirs
            if manifest.name and each is not None and each.value is not None
        }
        row = OwnAmongOthers(name, own.get(name), spread(name, [each for _, each in theirs]), named)
        rows.setdefault(indicator.principle, []).append(row)
    return rows
