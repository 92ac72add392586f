"""Saving one record from the screen: the same checks and the same history as a file that is taken in."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, RecordProblem, RecordRefused
from data.import_pipeline import ImportOutcome, table_of_rows, take_in
from data.schema import TABLES


def save_assessment(
    store: Store, who: str, values: Mapping[str, str | None], version: int
) -> list[RecordProblem]:
    """Write a body's assessment of the whole round; gives what should be told about it (notices).

    ``values`` are exchange columns as text. ``version`` is the version that was read (0 where there was
    none): raises :class:`ChangedMeanwhile` if another is stored by now, :class:`RecordRefused` if the values
    break a rule.
    """
    with store.alone():
        stored = queries.assessments.of_body(
            store, str(values["round"]), str(values["body"]), int(str(values["principle"]))
        )
        if (stored.version if stored else 0) != version:
            raise ChangedMeanwhile
        taken = _save(store, "assessments", values, who)
    return [error for error in taken.said if error.notice]


def add_theme(store: Store, who: str, theme: str, keys: Collection[str]) -> list[RecordProblem]:
    """Put a theme on assessments, by their keys, where it is not yet; gives what should be told about them
    (notices).

    Nothing else of them is changed. Raises :class:`RecordRefused` where one may not be written; those before
    it are written then.
    """
    notices = []
    for given in queries.assessments.by_keys(store, keys):
        if theme not in given.themes:
            values = {
                "round": given.round,
                "body": given.body,
                "principle": str(given.principle),
                "consultation": None,
            }
            themes = ";".join([*given.themes, theme.replace(";", ",")])
            told = {"status": given.status, "justification": given.justification, "themes": themes}
            notices += save_assessment(store, who, values | told, given.version)
    return notices


@dataclass(frozen=True)
class RowChange:
    """A row to be written: exchange columns as text (one left out stays as it is), and the row as it was on
    the screen (:func:`data.queries.exchange_rows.row`), None where there was none.
    """

    table: str
    values: Mapping[str, str | None]
    read: Mapping[str, str | None] | None = None


def save_records(store: Store, who: str, rows: Sequence[RowChange]) -> list[RecordProblem]:
    """Write rows of tables that count no versions, all or none, in this order; gives what should be told
    about them (notices).

    Raises :class:`ChangedMeanwhile` if a value is stored otherwise by now than it was read,
    :class:`RecordRefused` if one breaks a rule.
    """
    sheets = [table_of_rows(TABLES[row.table], [row.values], row.table) for row in rows]
    with store.alone():
        for row in rows:
            _unchanged(store, row)
        for trial in (True, False):
            taken = take_in(store, sheets, who, dry_run=trial)
            if errors := [error for one in taken for error in one.errors]:
                raise RecordRefused(errors)
    return [error for one in taken for error in one.said if error.notice]


def _unchanged(store: Store, row: RowChange) -> None:
    stored = queries.exchange_rows.row(
        store, row.table, {name: row.values.get(name) for name in TABLES[row.table].key}
    )
    if (stored is None) != (row.read is None) or (
        stored and row.read and any(stored[name] != row.read[name] for name in row.values)
    ):
        raise ChangedMeanwhile


def _save(store: Store, table: str, values: Mapping[str, str | None], who: str) -> ImportOutcome:
    taken = take_in(store, [table_of_rows(TABLES[table], [dict(values)], table)], who)[0]
    if taken.errors:
        raise RecordRefused(taken.errors)
    return taken
