"""What the register holds when a file is checked against it."""

from dataclasses import dataclass, field

import duckdb
import pandas as pd

from data.schema import TABLES

REFERRED = tuple(
    sorted({column.refers_to for table in TABLES.values() for column in table.columns if column.refers_to})
)


@dataclass(frozen=True)
class RegisterSnapshot:
    """Keys by table, and the structure that new rows must fit into; dates are ISO texts, missing ones None.

    ``named_as`` holds a pair of body and level for every body that a consultation names. ``open_anyway``
    names closed rounds that came in this same run. ``statutory_periods`` has the days that the law sets by
    kind of plan and first day, the oldest first. ``consultations`` has what answers of participants are held
    against: start_on, and how many took part. ``errata`` has the round of each and the one that it corrects.
    """

    keys: dict[str, set[str]]
    levels: dict[str, str]
    terms: pd.DataFrame
    rounds: pd.DataFrame
    bodies: pd.DataFrame
    expected: set[tuple[str, str]]
    named_as: set[tuple[str, str]]
    methods: pd.DataFrame
    statutory_periods: pd.DataFrame
    consultations: pd.DataFrame
    errata: pd.DataFrame
    open_anyway: set[str] = field(default_factory=set)


def take_snapshot(cursor: duckdb.DuckDBPyConnection, open_anyway: set[str]) -> RegisterSnapshot:
    """What is stored as the cursor's transaction sees it."""
    keys = {
        name: {row[0] for row in cursor.execute(f'select "{TABLES[name].key[0]}" from {name}').fetchall()}
        for name in REFERRED
    }
    return RegisterSnapshot(
        keys=keys,
        levels=dict(cursor.execute("select body, level from bodies").fetchall()),
        terms=_texts(
            cursor, "select term, starts_on::varchar as starts_on, ends_on::varchar as ends_on from terms"
        ),
        rounds=_texts(
            cursor,
            "select round, term, kind, status, period_from::varchar as period_from, period_to::varchar as"
            " period_to from rounds",
        ),
        bodies=_texts(
            cursor,
            "select body, level, active_from::varchar as active_from, active_to::varchar as active_to,"
            " succeeds from exchange_bodies",
        ),
        expected=set(cursor.execute("select round, body from expected_bodies").fetchall()),
        named_as=set(
            cursor.execute(
                "select distinct centre, 'centre' from consultations where centre is not null"
                " union select distinct committee, 'committee' from consultations where committee is not null"
            ).fetchall()
        ),
        methods=_texts(cursor, "select method, name_da, name_en, aliases from methods"),
        statutory_periods=_texts(
            cursor,
            "select plan_kind, applies_from::varchar as applies_from, days from statutory_periods"
            " order by plan_kind, applies_from",
        ),
        consultations=_texts(
            cursor,
            "select consultation, start_on::varchar as start_on, participants::varchar as participants"
            " from consultations where start_on is not null or participants is not null",
        ),
        errata=_texts(cursor, "select erratum, round, corrects from errata"),
        open_anyway=open_anyway,
    )


def _texts(cursor: duckdb.DuckDBPyConnection, select: str) -> pd.DataFrame:
    frame = cursor.execute(select).df().astype(object)
    return frame.where(frame.notna(), None)
