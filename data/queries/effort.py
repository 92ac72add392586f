"""What consultations took: hours, cost and participants."""

from dataclasses import dataclass

import pandas as pd

from data.database import Store
from data.queries.indicator_counts import GROUPINGS
from data.queries.read import sql
from data.queries.selection import Selection, selection_values, with_selected


@dataclass(frozen=True)
class Effort:
    """What the consultations of one kind took, in sums (None: nothing is known).

    Hours are those of the consultations that have both planned and spent ones, ``hours_known`` of them;
    ``over_plan`` of these took more than planned. Cost is that of the ``cost_known`` that have one.
    """

    kind: str
    consultations: int
    hours_known: int
    hours_planned: float | None
    hours_spent: float | None
    over_plan: int
    cost_known: int
    cost_dkk: float | None


def efforts(store: Store, selection: Selection) -> pd.DataFrame:
    """One row a selected consultation: consultation, title, scale, methods, hours_planned, hours_spent,
    cost_dkk, participants.
    """
    return store.frame(f"{with_selected(store)} {sql('efforts')}", **selection_values([selection]))


def effort_by(store: Store, grouping: str, selection: Selection) -> list[Effort]:
    """Hours and cost apart by ``scale`` or ``method``, in their order."""
    groups = f"select {GROUPINGS[grouping]} as kind, * from selected"
    return [
        Effort(**row)
        for row in store.records(
            f"{with_selected(store, grouped=groups)} {sql('effort_by')}", **selection_values([selection])
        )
    ]
