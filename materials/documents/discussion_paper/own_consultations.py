"""A body's own consultations, those of the bodies it took over from among them, and what the indicators
say of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data import tallies
from data.database import Store
from data.models import Round
from data.tallies import FactCount, Selection
from evaluation.findings import Measurement
from evaluation.indicators import NOTHING, measure
from evaluation.principles import INDICATORS, Indicator


@dataclass(frozen=True)
class Owner:
    """A body and all those it took over from; ``level`` says whether they are committees or centres."""

    level: str
    lineage: Sequence[str]

    def selections(self, chosen: Round) -> list[Selection]:
        """What selects the consultations of each in a round's period."""
        days = chosen.period_from, chosen.period_to
        if self.level == "centre":
            return [Selection(*days, centre=body) for body in self.lineage]
        return [Selection(*days, committee=body) for body in self.lineage]


def own_rows(store: Store, owner: Owner, chosen: Round, norms: Mapping[str, float]) -> pd.DataFrame:
    """A row a consultation of the period with what each indicator says of it (see ``fact_rows``), the newest
    first.

    Each body's consultations are read by themselves, as the page of that body does, so that the two always
    agree.
    """
    found = [tallies.fact_rows(store, selection, norms) for selection in owner.selections(chosen)]
    filled = [rows for rows in found if not rows.empty] or found[:1]
    joined = pd.concat(filled, ignore_index=True) if len(filled) > 1 else filled[0]
    return joined.sort_values(["counted_on", "title"], ascending=[False, True], ignore_index=True)


def own_efforts(store: Store, owner: Owner, chosen: Round) -> pd.DataFrame:
    """A row a consultation of the period with its scale and hours (see ``efforts``)."""
    found = [tallies.efforts(store, selection) for selection in owner.selections(chosen)]
    filled = [rows for rows in found if not rows.empty] or found[:1]
    return pd.concat(filled, ignore_index=True) if len(filled) > 1 else filled[0]


def measured(rows: pd.DataFrame, norms: Mapping[str, float]) -> dict[str, Measurement]:
    """Every indicator over these rows, in the order of the principles."""
    return {
        name: measure(indicator, _count(rows, indicator), norms) for name, indicator in INDICATORS.items()
    }


def _count(rows: pd.DataFrame, indicator: Indicator) -> FactCount:
    if rows.empty:
        return NOTHING
    values, applies = rows[indicator.id], f"{indicator.id}_applies"
    known = int(values.notna().sum())
    unknown = (int(rows[applies].sum()) if applies in rows else len(rows)) - known
    match indicator.measure:
        case "share":
            return FactCount(known, unknown, int(values.sum()), known, None)
        case "total":
            return FactCount(known, unknown, int(values.sum()), int(rows[f"{indicator.id}_of"].sum()), None)
        case "median":
            return FactCount(known, unknown, None, None, float(values.median()) if known else None)
