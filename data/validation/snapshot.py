"""What the register holds when a file is checked against it."""

from collections.abc import Set
from functools import cache, cached_property
from typing import Any

import duckdb
import pandas as pd

from data.schema import TABLES


class RegisterSnapshot:
    """Keys by table, and the structure that new rows must fit into; dates are ISO texts, missing ones None.

    Each part is read when a rule first asks for it, and stays as it was then: most files need few of them.
    ``open_anyway`` names closed rounds that came in this same run.
    """

    def __init__(self, cursor: duckdb.DuckDBPyConnection, open_anyway: Set[str] = frozenset()) -> None:
        """What is stored as the cursor's transaction sees it."""
        self._cursor = cursor
        self.open_anyway = frozenset(open_anyway)
        self.keys_of = cache(self._keys_of)
        """The keys of a table: the first column of its key."""

    @cached_property
    def levels(self) -> dict[str, str]:
        """By body, committee or centre."""
        return dict(self._rows("select body, level from bodies"))

    @cached_property
    def terms(self) -> pd.DataFrame:
        """term, starts_on, ends_on."""
        return self._frame(
            "select term, starts_on::varchar as starts_on, ends_on::varchar as ends_on from terms"
        )

    @cached_property
    def rounds(self) -> pd.DataFrame:
        """round, term, kind, period_from, period_to."""
        return self._frame(
            "select round, term, kind, period_from::varchar as period_from, period_to::varchar as period_to"
            " from rounds"
        )

    @cached_property
    def closed_rounds(self) -> frozenset[str]:
        """The keys of the rounds that are closed."""
        return frozenset(key for (key,) in self._rows("select round from rounds where status = 'closed'"))

    @cached_property
    def bodies(self) -> pd.DataFrame:
        """body, level, active_from, active_to, and those that it succeeds with semicolons between them."""
        return self._frame(
            "select body, level, active_from::varchar as active_from, active_to::varchar as active_to,"
            " succeeds from exchange_bodies"
        )

    @cached_property
    def expected(self) -> set[tuple[str, str]]:
        """Pairs of round and body that is asked in it."""
        return set(self._rows("select round, body from expected_bodies"))

    @cached_property
    def named_as(self) -> set[tuple[str, str]]:
        """Pairs of body and level, for every body that a consultation names."""
        return set(
            self._rows(
                "select distinct centre, 'centre' from consultations where centre is not null"
                " union select distinct committee, 'committee' from consultations where committee is not null"
            )
        )

    @cached_property
    def methods(self) -> pd.DataFrame:
        """method, name_da, name_en, aliases."""
        return self._frame("select method, name_da, name_en, aliases from methods")

    @cached_property
    def statutory_periods(self) -> list[tuple[str, str, float]]:
        """Kind of plan, first day, and the days that the law sets from then on; the oldest first."""
        return self._rows(
            "select plan_kind, applies_from::varchar, days from statutory_periods order by 1, 2"
        )

    @cached_property
    def consultations(self) -> pd.DataFrame:
        """What answers of participants are held against: consultation, start_on, participants (as text)."""
        return self._frame(
            "select consultation, start_on::varchar as start_on, participants::varchar as participants"
            " from consultations where start_on is not null or participants is not null"
        )

    @cached_property
    def errata(self) -> pd.DataFrame:
        """erratum, its round, and the one that it corrects."""
        return self._frame("select erratum, round, corrects from errata")

    def _keys_of(self, table: str) -> frozenset[str]:
        return frozenset(key for (key,) in self._rows(f'select "{TABLES[table].key[0]}" from {table}'))

    def _rows(self, select: str) -> list[tuple[Any, ...]]:
        return self._cursor.execute(select).fetchall()

    def _frame(self, select: str) -> pd.DataFrame:
        rows = self._rows(select)
        names = [column[0] for column in self._cursor.description or ()]
        return pd.DataFrame(rows, columns=pd.Index(names), dtype=object)
