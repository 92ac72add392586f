"""What the indicators say of selected consultations: each indicator's own select, composed into one query.

``indicators/<indicator>.sql`` is one select over :data:`data.queries.steps.STEPS` with the columns
``consultation``, ``state`` (known, unknown, waiting or no_case), ``value`` (null unless the state is known),
``out_of`` (only of a share of a total, else null) and ``lacking`` (where it is unknown, the columns that
would make it known if they were filled in or mended, joined by semicolons), a row for each selected
consultation.

Each select is counted by itself over one ``selected``, which is read once, and the counts are united; the
centres that record nothing come along. Measured on a million consultations, of which a round selects eighty
thousand, that takes 0.39 seconds of one core: the records 0.07, their groups 0.10, other consultations of a
plan's case 0.06, silent centres 0.04, and the rest the twenty selects. What did not make it quicker: to keep
more steps than ``frames``, to unite the rows and count them together, to count centres and all in one
grouping, to join the groups once instead of twice. One long select with a column for each indicator would,
but nobody could add to it without knowing all of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal

from data.database import Store
from data.queries.read import split_keys, sql
from data.queries.selection import Selection
from data.queries.steps import parameters, with_steps

Measure = Literal["share", "total", "median"]
State = Literal["known", "unknown", "waiting", "no_case"]

GROUPINGS: Mapping[str, str] = {
    "year": "date_trunc('year', counted_on)",
    "quarter": "date_trunc('quarter', counted_on)",
    "centre": "centre",
    "committee": "committee",
    "scale": "scale",
    "method": "unnest(string_split(methods, ';'))",
}
"""What consultations can be laid side by side by; a consultation with several methods stands under each."""
SILENT_CENTRES = "silent centre"
"""The grouping whose groups are the centres that have ``not_recorded_min`` or more cases of an indicator and
whose records never say anything of them. The selects of such indicators have columns ``centre`` and
``recorded``.
"""


@dataclass(frozen=True)
class IndicatorCount:
    """An indicator's counts over consultations: how many are known, not known, and waiting for a day to come.

    Those that it does not speak to are in none of the three. A share has ``numerator`` and ``denominator``, a
    median ``median``; what an indicator has not, or nobody knows, is None.
    """

    known: int
    unknown: int
    waiting: int
    numerator: int | None
    denominator: int | None
    median: float | None


NOTHING = IndicatorCount(0, 0, 0, None, None, None)
FIGURES: Mapping[Measure, str] = {
    "share": "cast(sum(value) as bigint) as numerator, count(value) as denominator, null as median",
    "total": "cast(sum(value) as bigint) as numerator, cast(sum(out_of) as bigint) as denominator, null as"
    " median",
    "median": "null as numerator, null as denominator, cast(median(value) as double) as median",
}


@dataclass(frozen=True)
class Count:
    """What to count: an indicator by its measure, over all selected consultations together (None) or apart by
    one of :data:`GROUPINGS`, or over the cases of :data:`SILENT_CENTRES`.
    """

    indicator: str
    measure: Measure
    grouped_by: str | None = None


@dataclass(frozen=True)
class Group:
    """The selected consultations that share a key (None: all of them): how many, and each indicator's counts
    by its name.
    """

    key: Any
    consultations: int
    counts: Mapping[str, IndicatorCount]


@dataclass(frozen=True)
class IndicatorRow:
    """What an indicator says of one consultation; ``value`` is None unless the state is known.

    ``counted_on`` is the day that places it in a round. ``lacking`` are the columns that would make an
    unknown one known, filled in or mended; none where nothing in the record would.
    """

    consultation: str
    title: str
    centre: str | None
    counted_on: date
    indicator: str
    state: State
    value: float | None
    out_of: float | None
    lacking: tuple[str, ...] = ()


def count_indicators(
    store: Store, selection: Selection, counts: Sequence[Count], *, norms: Mapping[str, float]
) -> dict[str | None, list[Group]]:
    """Every count, in one query that reads the consultations once: by grouping its groups, in the order of
    their keys.

    Under None there is always one group, of all consultations together. Those without a key, such as a
    consultation without a scale, stand in no group of a grouping. A silent centre's group names
    only the indicators of which the centre records nothing, with :data:`NOTHING` counted.
    """
    union = " union all ".join(_counted(each) for each in counts)
    query = f"{with_steps()} {union} order by grouped_by, grouping_key"
    rows = store.records(query, **parameters(store, selection, norms))
    return {each.grouped_by: _groups(rows, each.grouped_by) for each in counts}


def indicator_rows(
    store: Store,
    selection: Selection,
    indicators: Sequence[str],
    *,
    norms: Mapping[str, float],
    consultation: str | None = None,
) -> list[IndicatorRow]:
    """What each of these indicators says of each selected consultation, the newest consultation last; of one
    alone where it is named, as it counts among all that are selected.
    """
    union = " union all ".join(
        f"select '{name}' as indicator, consultation, state, value, out_of,"
        f" case when state = 'unknown' then lacking end as lacking from ({_select(name)}) as judged"
        for name in indicators
    )
    rows = store.records(
        f"{with_steps(judged=union)} select consultation, title, centre, counted_on, indicator, state, value,"
        " out_of, lacking from judged join selected using (consultation)"
        " where cast($consultation as varchar) is null or consultation = $consultation"
        " order by counted_on, consultation, indicator",
        consultation=consultation,
        **parameters(store, selection, norms),
    )
    return [IndicatorRow(**{**row, "lacking": split_columns(row["lacking"])}) for row in rows]


def split_columns(text: str | None) -> tuple[str, ...]:
    """Columns joined by semicolons, each once."""
    return tuple(dict.fromkeys(split_keys(text)))


def counted_columns(measure: Measure) -> str:
    """What is counted of an indicator's rows, one column a field of :class:`IndicatorCount`. Only what is
    known has a value, so that counting values counts those.
    """
    states = "count(value) as known, count(*) filter (where state = 'unknown') as unknown,"
    return f"{states} count(*) filter (where state = 'waiting') as waiting, {FIGURES[measure]}"


def _select(indicator: str) -> str:
    return sql(f"indicators/{indicator}")


def _groups(rows: Sequence[Mapping[str, Any]], grouping: str | None) -> list[Group]:
    """The groups of one grouping."""
    numbers: dict[Any, int] = {}
    counts: dict[Any, dict[str, IndicatorCount]] = {}
    for row in rows:
        key = row["grouping_key"]
        if row["grouped_by"] == grouping and (grouping is None or key is not None):
            numbers[key] = row["consultations"]
            counts.setdefault(key, {})[row["indicator"]] = _count(row)
    return [Group(key, numbers[key], counts[key]) for key in numbers]


def _count(row: Mapping[str, Any]) -> IndicatorCount:
    return IndicatorCount(**{field.name: row[field.name] for field in fields(IndicatorCount)})


def _counted(count: Count) -> str:
    """One indicator's select, counted: a row for each group."""
    if count.grouped_by == SILENT_CENTRES:
        return _silent(count.indicator)
    columns = f"count(*) as consultations, {counted_columns(count.measure)}"
    head, judgements = (
        f"select '{count.indicator}' as indicator, {columns}",
        f"({_select(count.indicator)}) as judged",
    )
    if count.grouped_by is None:
        return f"{head}, null as grouped_by, null as grouping_key from {judgements}"
    keys = f"(select consultation, {GROUPINGS[count.grouped_by]} as grouping_key from selected) as keys"
    join = f"{judgements} join {keys} using (consultation)"
    return f"{head}, '{count.grouped_by}' as grouped_by, grouping_key from {join} group by grouping_key"


def _silent(indicator: str) -> str:
    """A row for each centre that records nothing of an indicator; what it says of their cases is not
    counted.
    """
    nothing = "0 as known, 0 as unknown, 0 as waiting, null as numerator, null as denominator, null as median"
    return (
        f"select '{indicator}' as indicator, count(*) as consultations, {nothing}, '{SILENT_CENTRES}' as"
        f" grouped_by, centre as grouping_key from ({_select(indicator)}) as judged where centre is not null"
        " and state in ('known', 'unknown') group by centre having not bool_or(recorded) and count(*) >="
        " (select max(value) from norms_in_force where norm = 'not_recorded_min')"
    )
