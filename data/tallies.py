"""Counts that an evaluation is made of, each by one select over whole sets; no rule of judgement is in
here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from data.database import Store
from data.working_days import public_holidays

SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True)
class Selection:
    """Consultations of a period, first and last day included; None stands for all."""

    period_from: date
    period_to: date
    centre: str | None = None
    committee: str | None = None
    scale: str | None = None
    method: str | None = None


@dataclass(frozen=True)
class FactCount:
    """An indicator's counts over consultations: how many are known and how many not.

    A share has ``numerator`` and ``denominator``, a median ``median``; what an indicator has not, or nobody
    knows, is None.
    """

    known: int
    unknown: int
    numerator: int | None
    denominator: int | None
    median: float | None


@dataclass(frozen=True)
class Effort:
    """What the consultations of one kind took: middle values of those that are known (None: of none), and
    of how many it is known.
    """

    kind: str
    consultations: int
    hours_known: int
    hours_planned: float | None
    hours_spent: float | None
    spent_of_planned: float | None
    cost_known: int
    cost_dkk: float | None


# What consultations can be laid side by side by; a consultation with several methods stands under each.
GROUPINGS: Mapping[str, str] = {
    "quarter": "date_trunc('quarter', counted_on)",
    "centre": "centre",
    "committee": "committee",
    "scale": "scale",
    "method": "unnest(string_split(methods, ';'))",
}
# The norms that decide what a consultation shows; without a value it shows nothing.
FACT_NORMS = ("window_default_days", "on_plan_days", "scale_small_max_hours", "scale_medium_max_hours")
COUNTED: Mapping[str, str] = {
    "share": "count({n}), {applies}, cast(sum({n}) as bigint), null, null",
    "total": "count({n}), {applies}, cast(sum({n}) as bigint), cast(sum({n}_of) as bigint), null",
    "median": "count({n}), {applies}, null, null, cast(median({n}) as double)",
}


@cache
def query(name: str) -> str:
    """A select of its own file in ``data/sql``."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def fact_counts(
    store: Store, selection: Selection, measures: Mapping[str, str], norms: Mapping[str, float]
) -> tuple[int, dict[str, FactCount]]:
    """How many consultations are selected, and each indicator's counts over them in one scan.

    ``measures`` says of each indicator whether it is a ``share``, a share of a ``total`` or a ``median``.
    """
    ((_, number, counts),) = _fact_rows(store, selection, measures, norms, "null") or [(None, 0, {})]
    return number, counts


def fact_counts_by(
    store: Store, grouping: str, selection: Selection, measures: Mapping[str, str], norms: Mapping[str, float]
) -> list[tuple[Any, int, dict[str, FactCount]]]:
    """The same apart by one of :data:`GROUPINGS`, in its order: key, consultations and counts. Those
    without a key are left out.
    """
    found = _fact_rows(store, selection, measures, norms, GROUPINGS[grouping])
    return [row for row in found if row[0] is not None]


def _fact_rows(
    store: Store, selection: Selection, measures: Mapping[str, str], norms: Mapping[str, float], key: str
) -> list[tuple[Any, int, dict[str, FactCount]]]:
    columns = ", ".join(
        COUNTED[measure].format(n=name, applies=_applies(name)) for name, measure in measures.items()
    )
    sql = (
        f"with {_steps()} select grouping_key, count(*), {columns} from (select {key} as grouping_key, * from"
        " facts) group by grouping_key order by grouping_key"
    )
    found = store.rows(sql, **_values(store, selection, norms))
    return [(row[0], row[1], _by_name(measures, row[2:])) for row in found]


def fact_rows(store: Store, selection: Selection, norms: Mapping[str, float]) -> pd.DataFrame:
    """One row a selected consultation, the newest last: consultation, title, and by indicator its value
    (missing where not known, and where the indicator does not speak to it).
    """
    sql = (
        f"with {_steps()} select title, facts.* from facts join consultations using (consultation) order by"
        " facts.counted_on, consultation"
    )
    return store.frame(sql, **_values(store, selection, norms))


def efforts(store: Store, selection: Selection) -> pd.DataFrame:
    """One row a selected consultation: consultation, title, scale, methods, hours_planned, hours_spent,
    cost_dkk, participants.
    """
    return store.frame(f"with chosen as ({query('chosen')}) {query('efforts')}", **asdict(selection))


def effort_by(store: Store, grouping: str, selection: Selection) -> list[Effort]:
    """Hours and cost apart by ``scale`` or ``method``, in their order."""
    steps = (
        f"chosen as ({query('chosen')}), grouped as (select {GROUPINGS[grouping]} as grouping_key, * from"
        " chosen)"
    )
    return [Effort(*row) for row in store.rows(f"with {steps} {query('effort_by')}", **asdict(selection))]


def _steps() -> str:
    return ", ".join(f"{name} as ({query(name)})" for name in ("chosen", "calendar", "groups_of", "facts"))


def _values(store: Store, selection: Selection, norms: Mapping[str, float]) -> dict[str, Any]:
    settings = {name: norms.get(name) for name in FACT_NORMS}
    return {**asdict(selection), **settings, "holidays": public_holidays(_years(store))}


def _applies(name: str) -> str:
    """How many consultations an indicator speaks to: all, unless it says which."""
    return f"count(*) filter ({name}_applies)" if f" as {name}_applies" in query("facts") else "count(*)"


def _by_name(measures: Mapping[str, str], cells: Sequence[Any]) -> dict[str, FactCount]:
    found = {}
    for place, (name, measure) in enumerate(measures.items()):
        known, spoken_to, numerator, denominator, median = cells[5 * place : 5 * place + 5]
        found[name] = FactCount(
            known, spoken_to - known, numerator, known if measure == "share" else denominator, median
        )
    return found


def _years(store: Store) -> range:
    """The years in which consultations run."""
    first, last = store.rows("select year(min(start_on)), year(max(end_on)) from counted_consultations")[0]
    return range(first or 0, (last or -1) + 1)
