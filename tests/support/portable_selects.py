"""For each function that a cluster may be asked for, a select that would tell two engines apart."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.record_source import RecordSource

# No day between the 4th and the 15th of October 1582: an older calendar of Java's has none, and Spark reads a
# list of days by it.
VALUES: Mapping[str, list[Any]] = {
    "texts": [
        *("", " ", " a ", "\u00a0b\u3000", "\tc\n", "Åben;Høring; ;", ";", "a;;b", "aa", "AA", "Å", "ÆØ"),
        *('it\'s \\ "x" $a :b {c}', "İB", "ΑΣ", "ẞß", "é", "e\u0301", "😀", None, "null"),
    ],
    "numbers": [
        *(0.1, 0.7, 2.5, -1.0, 0.0, 0.30000000000000004, 1e300, 2.0491935483870967, 3.3, None, 5.0, 1e-9),
        *(7.0, 2.0491935483870964, 0.2, 0.3, 1 / 3, 2 / 3, 4.0),
    ],
    "wholes": [3, -7, 0, None, 2_147_483_647, 5, 5, 8, -1, 1, 2],
    "days": [
        *(date(1, 1, 1), date(1582, 10, 15), date(1899, 12, 31), date(1970, 1, 1), date(2024, 2, 29), None),
        *(date(2025, 11, 28), date(2025, 12, 31), date(2026, 1, 1), date(9999, 12, 31)),
    ],
    "flags": [True, False, None, True, None, False, False],
}
ROWS = """with t as (
    select
        unnest(cast($texts as varchar[])) as a,
        unnest(cast($numbers as double[])) as n,
        unnest(cast($wholes as integer[])) as i,
        unnest(cast($days as date[])) as d,
        unnest(cast($flags as boolean[])) as b
)
"""
SELECTS: Mapping[str, str] = {
    "abs": "select i, abs(i), n, abs(n) from t",
    "arg_max": "select b, arg_max(a, n), arg_max(n, i) filter (where i < 6) from t group by b",
    "arg_min": "select b, arg_min(a, n), arg_min(i, d) filter (where i > 0) from t group by b",
    "bool_or": "select i, bool_or(b), bool_or(b) filter (where n > 1) from t group by i",
    "coalesce": "select a, coalesce(a, 'none'), coalesce(n, 7), coalesce(b, false) from t",
    "concat_ws": (
        "select concat_ws(';', a, case when b then 'b' end, a, 'c'), concat_ws(';', case when b then a"
        " end) from t"
    ),
    "count": (
        "select b, count(*), count(a), count(distinct i), count(*) filter (where n > 1) from t group by b"
    ),
    "date_diff": (
        "select d, date_diff('day', date '0001-01-01', d) % 7, date_diff('day', d, date '1970-01-01') from t"
    ),
    "generate_series": (
        "select cast(x as date) from (select unnest(generate_series(d, date '2026-01-03', interval 1"
        " day)) as x from t where d between date '2025-01-01' and date '2026-01-03') as s"
    ),
    "greatest": "select n, i, greatest(n, i), greatest(i, 3, n), greatest(n, n) from t",
    "lead": "select b, i, lead(i) over (partition by b order by i, n) from t where i < 5",
    "list_contains": (
        "select a from t where list_contains(string_split(a, ';'), 'Åben') or list_contains(cast($texts"
        " as varchar[]), lower(a))"
    ),
    "lower": "select a, lower(a) from t",
    "max": "select b, max(a), max(n), max(d), max(i) from t group by b",
    "median": "select b, median(n), median(i), median(case when n > 1 then n end) from t group by b",
    "min": "select b, min(a), min(n), min(d), min(i) from t group by b",
    "nullif": "select i, nullif(i, 0), n / nullif(i, 0), n / 3, i / 7 from t",
    "row_number": "select a, row_number() over (partition by b order by a) from t where a is not null",
    "string_split": "select a, x from (select a, unnest(string_split(a, ';')) as x from t) as s",
    "sum": (
        "select b, sum(i), cast(sum(case when n > 1 then 1 end) as bigint), sum(i) over (order by i)"
        " from t where i <> 5 group by b, i"
    ),
    "trim": "select a, trim(a), trim(a) <> '' from t",
    "unnest": "select a, n, i, d, b from t",
    "year": "select d, year(d) from t",
}
"""By the name of the function."""
MORE: Mapping[str, str] = {
    "order": "select a, n from t order by n desc, a",
    "order nulls": "select a, i from t order by i, a",
    "comparisons": (
        "select a, a < 'Å', a >= 'aa', n = 0, d between date '1582-10-01' and date '2024-02-29', b is"
        " null from t"
    ),
    "three values": (
        "select b and i > 0, b or i > 0, not b, i in (3, 5), case when b then 1 when i > 0 then 2 end from t"
    ),
    "subqueries": (
        "select a, i from t where i in (select i from t where b) and i not in (select i from t where i > 5)"
    ),
    "casts": "select cast(b as integer), cast(i as double), cast(i as varchar), cast(i as bigint) from t",
    "union": (
        "select 'x' as k, count(*) as c, null as m from t union all select null, 1, count(n) / 2 from t"
    ),
    "joins": "select x.a, y.i from t x left join (select i, max(a) as a from t group by i) y on y.a = x.a",
    "using": "select a, count(*) from t join (select distinct a from t) s using (a) group by a",
    "whole numbers": "select i % 3, i + 1, i - 5, (i - 5) % 7 from t where i < 1000",
}
"""What is no function and could differ all the same."""


def result(source: RecordSource, select: str) -> list[tuple[Any, ...]]:
    """Its rows; in their own order only where the select orders them."""
    rows = source.rows(ROWS + select, **VALUES)
    return rows if "order by n desc" in select or "order by i, a" in select else sorted(rows, key=repr)
