"""What a select over consultations can build on, and the values that it needs.

Every step has a row, or several, for each of the selections that are judged at once, told apart by
``selection``: a round's consultations, or those of the same round in each of many municipalities.
``selected`` has every column of the selected consultations and ``as_of``, the day by which what has not
happened is late; ``decisions`` has them with where the decision stands; ``frames``, ``response_windows`` and
``group_participation`` have a row for each of them too. The others are small: norms in force, the limits by
which a single consultation is judged, scale bands, kinds of methods, the plans' statutory hearings, days off
and how many there were up to each day; and the public holidays, which are everybody's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data import record_source
from data.queries.read import sql
from data.queries.scale_bands import scale_bands
from data.queries.selection import SELECTED, Selection, selection_values
from data.record_source import RecordSource
from data.working_days import public_holidays

STEPS: Mapping[str, str] = {
    **SELECTED,
    **{
        name: sql(name)
        for name in (
            "norms_in_force",
            "limits",
            "scale_bands",
            "public_holidays",
            "away_days",
            "days_off_counts",
            "method_kinds",
            "plan_hearings",
            "decisions",
            "frames",
            "response_windows",
            "group_participation",
        )
    },
}
"""The selects by name, in the order in which one builds on another."""
KEPT = frozenset({"frames"})
"""Steps that are worked out once and kept, since doing so was measured to be quicker; of the others the
database decides by itself.
"""
RELATIONS = ("counted_consultations", "methods", "days_off", "statutory_periods")
"""What the steps and the indicators read of a municipality's own."""


@dataclass(frozen=True)
class Judged:
    """A selection and the norms that it is held against."""

    selection: Selection
    norms: Mapping[str, float]


def with_steps(source: RecordSource, **more: str) -> str:
    """The ``with`` of a query: the steps, and ``more`` that are built on them."""
    steps = {**STEPS, **more}
    return record_source.with_steps(source, RELATIONS, steps, kept=KEPT)


def parameters(source: RecordSource, judged: Sequence[Judged]) -> dict[str, Any]:
    """A value for every parameter of the steps; selections are numbered in their order. They may differ in
    their days, in whose register they are of, and in their norms.
    """
    norms = [
        (number, name, value) for number, each in enumerate(judged) for name, value in each.norms.items()
    ]
    bands = [
        (number, scale, band)
        for number, each in enumerate(judged)
        for scale, band in scale_bands(each.norms).items()
    ]
    return {
        **selection_values([each.selection for each in judged]),
        "norm_selections": [number for number, _, _ in norms],
        "norm_names": [name for _, name, _ in norms],
        "norm_values": [value for _, _, value in norms],
        "band_selections": [number for number, _, _ in bands],
        "scales": [scale for _, scale, _ in bands],
        "above": [band.above for _, _, band in bands],
        "up_to": [band.up_to for _, _, band in bands],
        "holidays": public_holidays(_years(source)),
    }


def _years(source: RecordSource) -> range:
    """The years in which consultations run."""
    first, last = source.rows("select year(min(start_on)), year(max(end_on)) from counted_consultations")[0]
    return range(first or 0, (last or -1) + 1)
