"""What the indicators say of selected consultations: each indicator's own select, composed into one query.

``indicators/<indicator>.sql`` is one select with the columns ``consultation``, ``state`` (known, unknown, waiting or no_case),
``value`` and ``out_of`` (only of a share of a total; else null); ``value`` is null where the state is not known. It may read
:data:`STEPS`: ``selected`` has every column of the selected consultations; ``response_windows`` and ``group_participation``
have a row for each of them too.

The selects are united, not joined: measured on a million consultations, nineteen of them over one materialised ``selected``
take as long as one select with nineteen columns did, and nineteen joins take far longer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from data.queries.scale_bands import scale_bands
from data.queries.selection import Selection
from data.queries.sql_file import sql
from data.store import Store
from data.working_days import public_holidays

Measure = Literal["share", "total", "median"]
State = Literal["known", "unknown", "waiting", "no_case"]

GROUPINGS: Mapping[str, str] = {
    "quarter": "date_trunc('quarter', counted_on)",
    "centre": "centre",
    "committee": "committee",
    "scale": "scale",
    "method": "unnest(string_split(methods, ';'))",
}
"""What consultations can be laid side by side by; a consultation with several methods stands under each."""

STEPS: Mapping[str, str] = {
    "selected": sql("selected_consultations"),
    "norms_in_force": "select unnest(cast($norm_names as varchar[])) as norm, unnest(cast($norm_values as double[])) as value",
    "scale_bands": "select unnest(cast($scales as varchar[])) as scale, unnest(cast($above as double[])) as above,"
    " unnest(cast($up_to as double[])) as up_to",
    "public_holidays": "select unnest(cast($holidays as date[])) as day",
    "calendar": sql("calendar"),
    "response_windows": sql("response_windows"),
    "group_participation": sql("group_participation"),
}
"""What an indicator's select can read, by name, in the order in which one builds on another."""


@dataclass(frozen=True)
class IndicatorCount:
    """An indicator's counts over consultations: how many are known, not known, and waiting for a day still to come.

    Those that it does not speak to are in none of the three. A share has ``numerator`` and ``denominator``, a median
    ``median``; what an indicator has not, or nobody knows, is None.
    """

    known: int
    unknown: int
    waiting: int
    numerator: int | None
    denominator: int | None
    median: float | None


NOTHING = IndicatorCount(0, 0, 0, None, None, None)


@dataclass(frozen=True)
class Count:
    """What to count: an indicator by its measure, over all selected consultations or apart by one of :data:`GROUPINGS`."""

    indicator: str
    measure: Measure
    grouping: str | None = None


@dataclass(frozen=True)
class Group:
    """The selected consultations that share a key (None: all of them): how many, and each indicator's counts by its name."""

    key: Any
    consultations: int
    counts: Mapping[str, IndicatorCount]


@dataclass(frozen=True)
class IndicatorRow:
    """What an indicator says of one consultation; ``value`` is None unless the state is known."""

    consultation: str
    title: str
    indicator: str
    state: State
    value: float | None
    out_of: float | None


def count_indicators(
    store: Store, selection: Selection, counts: Sequence[Count], *, norms: Mapping[str, float]
) -> dict[str | None, list[Group]]:
    """Every count, in one query that reads the consultations once: by grouping its groups, in the order of their keys.

    Under the grouping None there is always one group, of all consultations together. Those without a key, such as a
    consultation without a scale, stand in no group of a grouping.
    """
    rows = store.records(f"{_judged(counts)} {sql('indicator_counts')}", **parameters(store, selection, norms))
    nothing = Group(None, 0, {each.indicator: NOTHING for each in counts if each.grouping is None})
    found = {each.grouping: _groups(rows, each.grouping) for each in counts}
    return {grouping: groups or ([nothing] if grouping is None else []) for grouping, groups in found.items()}


def _groups(rows: Sequence[Mapping[str, Any]], grouping: str | None) -> list[Group]:
    """The groups of one grouping."""
    numbers: dict[Any, int] = {}
    counts: dict[Any, dict[str, IndicatorCount]] = {}
    for row in rows:
        key = row["grouping_key"]
        if row["grouping"] == grouping and (grouping is None or key is not None):
            numbers[key] = row["consultations"]
            counts.setdefault(key, {})[row["indicator"]] = _count(row)
    return [Group(key, numbers[key], counts[key]) for key in numbers]


def _count(row: Mapping[str, Any]) -> IndicatorCount:
    return IndicatorCount(**{name: row[name] for name in IndicatorCount.__dataclass_fields__})


def indicator_rows(
    store: Store, selection: Selection, indicators: Sequence[str], *, norms: Mapping[str, float]
) -> list[IndicatorRow]:
    """What each of these indicators says of each selected consultation, the newest consultation last."""
    counts = [Count(name, "share") for name in indicators]
    rows = store.records(
        f"{_judged(counts)} select consultation, title, indicator, state, value, out_of"
        " from judged join selected using (consultation) order by counted_on, consultation, indicator",
        **parameters(store, selection, norms),
    )
    return [IndicatorRow(**row) for row in rows]


def _judged(counts: Sequence[Count]) -> str:
    """The head of a query over ``judged``: a row for each count and consultation."""
    united = " union all ".join(_judgement(each) for each in counts)
    return with_steps(judged=united)


def _judgement(count: Count) -> str:
    """One indicator's select with the count's own columns before it."""
    columns = f"'{count.indicator}' as indicator, '{count.measure}' as measure, consultation, state, value, out_of"
    select = f"({sql(f'indicators/{count.indicator}')}) as found"
    if count.grouping is None:
        return f'select cast(null as varchar) as "grouping", null as grouping_key, {columns} from {select}'
    keys = f"(select consultation, {GROUPINGS[count.grouping]} as grouping_key from selected) as keys"
    return f"select '{count.grouping}' as \"grouping\", grouping_key, {columns} from {select} join {keys} using (consultation)"


def with_steps(**steps: str) -> str:
    """The ``with`` of a query: :data:`STEPS` and what is built on them."""
    return "with " + ", ".join(f"{name} as ({select})" for name, select in {**STEPS, **steps}.items())


def parameters(store: Store, selection: Selection, norms: Mapping[str, float]) -> dict[str, Any]:
    """A value for every parameter of the steps."""
    bands = scale_bands(norms)
    return {
        **selection.values,
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
