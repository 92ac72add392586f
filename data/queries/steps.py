"""What a select over consultations can build on, and the values that it needs.

``selected`` has every column of the selected consultations, ``decisions`` has them with where the decision
stands; ``frames``, ``response_windows`` and ``group_participation`` have a row for each of them too. The
others are small: norms in force, scale bands, kinds of methods, public holidays, days off and the calendar, a
row a day.
"""

from collections.abc import Mapping
from typing import Any

from data.database import Store
from data.queries.read import sql
from data.queries.scale_bands import scale_bands
from data.queries.selection import Selection
from data.working_days import public_holidays

STEPS: Mapping[str, str] = {"selected": sql("selected_consultations")} | {
    name: sql(name)
    for name in (
        "norms_in_force",
        "scale_bands",
        "public_holidays",
        "away_days",
        "calendar",
        "method_kinds",
        "decisions",
        "frames",
        "response_windows",
        "group_participation",
    )
}
"""The selects by name, in the order in which one builds on another."""
KEPT = frozenset({"frames"})
"""Steps that are worked out once and kept, since doing so was measured to be quicker; of the others the
database decides by itself.
"""


def with_steps(**more: str) -> str:
    """The ``with`` of a query: the steps, and ``more`` that are built on them."""
    steps = {**STEPS, **more}.items()
    return "with " + ", ".join(
        f"{name} as {'materialized ' if name in KEPT else ''}({select})" for name, select in steps
    )


def parameters(store: Store, selection: Selection, norms: Mapping[str, float]) -> dict[str, Any]:
    """A value for every parameter of the steps."""
    bands = scale_bands(norms)
    return {
        **selection.values,
        "as_of": selection.as_of or selection.period_to,
        "norm_names": list(norms),
        "norm_values": list(norms.values()),
        "scales": list(bands),
        "above": [band.above for band in bands.values()],
        "up_to": [band.up_to for band in bands.values()],
        "holidays": public_holidays(_years(store)),
    }


def _years(store: Store) -> range:
    """The years in which consultations run."""
    first, last = store.rows("select year(min(start_on)), year(max(end_on)) from counted_consultations")[0]
    return range(first or 0, (last or -1) + 1)
