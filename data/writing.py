"""Saving one record from the screen: the same checks and the same history as a file that is taken in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, RecordProblem, RecordRefused
from data.import_pipeline import ImportOutcome, Options, table_of_rows, take_in, take_in_with
from data.schema import TABLES
from data.upsert import remove


def save_versioned(
    store: Store, who: str, values: Mapping[str, str | None], version: int
) -> list[RecordProblem]:
    """Write a row of assessments, which count their versions; gives what should be told about it (notices).

    ``values`` are exchange columns as text (one left out stays as it is). ``version`` is the version that was
    read (0 where there was none): raises :class:`ChangedMeanwhile` if another is stored by now,
    :class:`RecordRefused` if the values break a rule.
    """
    with store.alone():
        assessment = queries.assessments.of_body(
            store, str(values["round"]), str(values["body"]), int(str(values["principle"]))
        )
        if (assessment.version if assessment else 0) != version:
            raise ChangedMeanwhile
        outcome = _import_row(store, values, who, dry_run=False)
    if outcome.errors:
        raise RecordRefused(outcome.errors)
    return outcome.notices


def problems_of(store: Store, values: Mapping[str, str | None]) -> list[RecordProblem]:
    """The rules that a row of assessments would break if it were written. Nothing is written."""
    return _import_row(store, values, "trial", dry_run=True).errors


def _import_row(store: Store, values: Mapping[str, str | None], who: str, *, dry_run: bool) -> ImportOutcome:
    rows = table_of_rows(TABLES["assessments"], [dict(values)], "assessments")
    return take_in(store, [rows], who, dry_run=dry_run)[0]


@dataclass(frozen=True)
class RowChange:
    """A row to be written: exchange columns as text (one left out stays as it is), and the row as it was on
    the screen (:func:`data.queries.exchange_rows.row`), None where there was none.
    """

    table: str
    values: Mapping[str, str | None]
    read: Mapping[str, str | None] | None = None

    @property
    def key(self) -> dict[str, str | None]:
        return {name: self.values.get(name) for name in TABLES[self.table].key}


REMOVABLE = (
    "days_off",
    "methods",
    "experiences",
    "consultation_groups",
    "clarifications",
    "access_rules",
    "templates",
    "headings",
)
"""Tables whose rows can be taken away: no other row refers to them."""


def save_records(
    store: Store, who: str, rows: Sequence[RowChange], *, removed_rows: Sequence[RowChange] = ()
) -> list[RecordProblem]:
    """Write rows of tables that count no versions, all or none, in this order, once ``removed_rows`` are
    taken away; gives what should be told about them (notices).

    Raises :class:`ChangedMeanwhile` if a value is stored otherwise by now than it was read,
    :class:`RecordRefused` if one breaks a rule.
    """
    sheets = [
        table_of_rows(TABLES[table], [row.values for row in of_table], table)
        for (table, _), of_table in groupby(rows, key=lambda row: (row.table, tuple(row.values)))
    ]
    assert all(row.table in REMOVABLE and row.read for row in removed_rows)
    with store.alone():
        _refuse_changed(store, [*rows, *removed_rows])
        with store.transaction() as cursor:
            for row in removed_rows:
                remove(cursor, TABLES[row.table], [row.key], who)
            outcomes = take_in_with(cursor, sheets, Options(who))
            if errors := [error for outcome in outcomes for error in outcome.errors]:
                raise RecordRefused(errors)  # and all of it is undone
    return [notice for outcome in outcomes for notice in outcome.notices]


def _refuse_changed(store: Store, rows: Sequence[RowChange]) -> None:
    """Raises :class:`ChangedMeanwhile`; hundreds of rows of a table with a plain key are read at once."""
    for table, of_table in groupby(rows, key=lambda row: row.table):
        changes = list(of_table)
        names = TABLES[table].key
        if len(names) == 1:
            by_key = queries.exchange_rows.by_key(store, table, [row.key[names[0]] for row in changes])
            stored_rows = [by_key.get(str(row.key[names[0]])) for row in changes]
        else:
            stored_rows = [queries.exchange_rows.row(store, table, row.key) for row in changes]
        for row, stored_row in zip(changes, stored_rows, strict=True):
            _refuse_other(row, stored_row)


def _refuse_other(row: RowChange, stored_row: Mapping[str, str | None] | None) -> None:
    if (stored_row is None) != (row.read is None) or (
        stored_row and row.read and any(stored_row[name] != row.read[name] for name in row.values)
    ):
        raise ChangedMeanwhile
