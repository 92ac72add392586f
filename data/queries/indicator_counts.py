"""What the indicators say of selected consultations: each indicator's own select, composed into one query.

``indicators/<indicator>.sql`` is one select over :data:`data.queries.steps.STEPS` with the columns
``selection``, ``consultation``, ``state`` (known, unknown, waiting or no_case), ``value`` (null unless the
state is known), ``out_of`` (only of a share of a total, else null) and ``lacking`` (where it is unknown, the
columns that would make it known if they were filled in or mended, joined by semicolons), a row for each
consultation of each selection. One selection is a round; a hundred of them, judged by the same query, are the
same round of a hundred municipalities, each with its own days, norms, methods and days off.

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
from data.queries.steps import Judged, parameters, with_steps
from data.record_source import RecordSource

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


Groups = dict[str | None, list[Group]]
"""By what they are laid side by side."""


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
    store: RecordSource, selection: Selection, counts: Sequence[Count], *, norms: Mapping[str, float]
) -> Groups:
    """Every count over one selection: see :func:`count_indicators_of`."""
    return count_indicators_of(store, [Judged(selection, norms)], counts)[0]


def count_indicators_of(
    source: RecordSource, judged: Sequence[Judged], counts: Sequence[Count]
) -> list[Groups]:
    """For each selection every count, in one query that reads the consultations once: by grouping its groups,
    in the order of their keys.

    Under None there is always one group, of all consultations together. Those without a key, such as a
    consultation without a scale, stand in no group of a grouping. A silent centre's group names
    only the indicators of which the centre records nothing, with :data:`NOTHING` counted.
    """
    union = " union all ".join(_counted(each, is_one=len(judged) == 1) for each in counts)
    query = f"{with_steps(source)} {union} order by grouped_by, grouping_key"
    rows_by_place: list[list[Mapping[str, Any]]] = [[] for _ in judged]
    for row in source.records(query, **parameters(source, judged)):
        rows_by_place[row["selection"] or 0].append(row)
    return [{each.grouped_by: _groups(rows, each, counts) for each in counts} for rows in rows_by_place]


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
        f"select '{name}' as indicator, selection, consultation, state, value, out_of,"
        f" case when state = 'unknown' then lacking end as lacking from ({_select(name)}) as judged"
        for name in indicators
    )
    rows = store.records(
        f"{with_steps(store, judged=union)} select consultation, title, centre, counted_on, indicator, state,"
        " value, out_of, lacking from judged join selected using (selection, consultation)"
        " where cast($consultation as varchar) is null or consultation = $consultation"
        " order by counted_on, consultation, indicator",
        consultation=consultation,
        **parameters(store, [Judged(selection, norms)]),
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


def _groups(rows: Sequence[Mapping[str, Any]], count: Count, counts: Sequence[Count]) -> list[Group]:
    """The groups of a count's grouping; without any, all together are one, of a selection of none too."""
    grouping = count.grouped_by
    numbers: dict[Any, int] = {} if grouping else {None: 0}
    counts_by_key: dict[Any, dict[str, IndicatorCount]] = (
        {} if grouping else {None: {each.indicator: NOTHING for each in counts if each.grouped_by is None}}
    )
    for row in rows:
        key = row["grouping_key"]
        if row["grouped_by"] == grouping and (grouping is None or key is not None):
            numbers[key] = row["consultations"]
            counts_by_key.setdefault(key, {})[row["indicator"]] = _count(row)
    return [Group(key, numbers[key], counts_by_key[key]) for key in numbers]


def _count(row: Mapping[str, Any]) -> IndicatorCount:
    return IndicatorCount(**{field.name: row[field.name] for field in fields(IndicatorCount)})


def _counted(count: Count, *, is_one: bool) -> str:
    """One indicator's select, counted: a row for each group. All rows of one selection are counted without
    grouping them by it, which was measured to take a sixth of the time away.
    """
    if count.grouped_by == SILENT_CENTRES:
        return _silent(count.indicator)
    columns = f"count(*) as consultations, {counted_columns(count.measure)}"
    head, judgements = (
        f"select '{count.indicator}' as indicator, {columns}",
        f"({_select(count.indicator)}) as judged",
    )
    if count.grouped_by is None:
        selection, groups = ("max(selection)", "") if is_one else ("selection", "group by selection")
        key = f"{selection} as selection, null as grouped_by, null as grouping_key"
        return f"{head}, {key} from {judgements} {groups}"
    key = f"{GROUPINGS[count.grouped_by]} as grouping_key"
    keys = f"(select selection, consultation, {key} from selected) as keys"
    join = f"{judgements} join {keys} using (selection, consultation)"
    by = f"'{count.grouped_by}' as grouped_by"
    return f"{head}, selection, {by}, grouping_key from {join} group by selection, grouping_key"


def _silent(indicator: str) -> str:
    """A row for each centre that records nothing of an indicator; what it says of their cases is not
    counted.
    """
    nothing = "0 as known, 0 as unknown, 0 as waiting, null as numerator, null as denominator, null as median"
    return (
        f"select '{indicator}' as indicator, consultations, {nothing}, selection, '{SILENT_CENTRES}' as"
        " grouped_by, centre as grouping_key from (select selection, centre, count(*) as consultations,"
        f" bool_or(recorded) as is_recorded from ({_select(indicator)}) as judged where centre is not null"
        " and state in ('known', 'unknown') group by selection, centre) as centres"
        " join norms_in_force least using (selection)"
        " where least.norm = 'not_recorded_min' and not is_recorded and consultations >= least.value"
    )
