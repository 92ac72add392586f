"""What a cluster is asked gives the same as DuckDB, or is not asked at all."""

import pytest

from data.cluster.spark_sql import FUNCTIONS, NotPortable, spark_sql
from tests.data.cluster.conftest import Both
from tests.support.portable_selects import MORE, SELECTS, result

ALL = {**SELECTS, **MORE}
REFUSED = {
    "select isodow(day) from t": "dayofweek_iso",
    "select dayofweek(day) from t": "day_of_week",
    "select date_trunc('quarter', day) from t": "timestamp_trunc",
    "select date_diff('month', a, b) from t": "date_diff in month",
    "select a || b from t": "dpipe",
    "select 1.5": "1.5",
    "select 'a\\b'": "a text with \\",
    "select string_split(a, 'x.y') from t": "string_split at “x.y”",
    "select cast(a as timestamp) from t": "timestampntz",
    "select string_agg(a, ';') from t": "group_concat",
    "select a from t order by a collate da": "collate",
    "select avg(a) from t": "avg",
    "select own_function(a) from t": "own_function",
    "select a[1] from t": "bracket",
    "select * from read_csv('x')": "read_csv",
    "insert into t select 1": "insert",
    "drop table t": "drop",
}


def test_each_function_on_the_list_has_a_select() -> None:
    """And no other, so that none is let through untried."""
    assert set(SELECTS) == set(FUNCTIONS.values())


@pytest.mark.parametrize("name", ALL)
def test_it_gives_the_same(both: Both, name: str) -> None:
    """The same values of the same types, for texts, numbers and days on which engines differ."""
    lake, on_cluster = both
    expected = result(lake, ALL[name])
    assert expected
    assert repr(result(on_cluster, ALL[name])) == repr(expected)


@pytest.mark.parametrize("select", REFUSED)
def test_what_is_not_on_the_list_is_refused_by_name(select: str) -> None:
    """Before anything runs."""
    with pytest.raises(NotPortable) as refusal:
        spark_sql(select)
    assert refusal.value.sentence.values == {"name": REFUSED[select]}


def test_values_stay_values(both: Both) -> None:
    """What a person wrote is never read as a part of the select."""
    text = "x' or '1'='1' -- $a :b \\"
    for source in both:
        assert source.rows("select cast($a as varchar) as a, $b as b", a=text, b=None) == [(text, None)]
