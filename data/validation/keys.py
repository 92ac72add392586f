"""Keys: what a row names must exist, and a key must not look like two."""

from collections.abc import Hashable, Iterator, Set

import pandas as pd

from data.schema import KEYS, Table
from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Violation, found_in
from language import N_, Sentence

IN_LISTS = ("rounds", "bodies", "consultations")
"""Tables whose keys stand in lists and are put together with other keys."""


def plain_keys(table: Table, cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """Keys are joined by colons into the names of records, and by semicolons into lists: with one of these
    two could be the same.
    """
    if table.name in IN_LISTS:
        key = cells[table.key[0]].fillna("")
        reason = Sentence(
            N_("holds a colon or a semicolon, which join keys to one another; write the key without it")
        )
        yield Violation(
            key.str.contains("[:;]") & ~key.isin(snapshot.keys_of(table.name)), table.key[0], reason
        )


def keys_in_two_spellings(
    table: Table, cells: pd.DataFrame, snapshot: RegisterSnapshot
) -> Iterator[Violation]:
    """A key is taken as it is written: a new one that differs from another in capitals alone is another
    record, and told of.
    """
    if table.name not in IN_LISTS:
        return
    keys, stored_keys = cells[table.key[0]].dropna(), snapshot.keys_of(table.name)
    others: dict[str, set[str]] = {}
    for key in (*stored_keys, *keys):
        others.setdefault(key.casefold(), set()).add(key)
    which: dict[Hashable, object] = {
        row: tuple(sorted(others[key.casefold()] - {key}))
        for row, key in keys.items()
        if len(others[key.casefold()]) > 1 and key not in stored_keys
    }
    reason = Sentence(
        N_(
            "differs from {which} in capitals alone, and is a record of its own; if it is the same, write the"
            " key alike"
        )
    )
    yield Violation(found_in(which, cells), table.key[0], reason, notice=True, which=which)


def references(table: Table, cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    for column in table.columns:
        if not column.refers_to or column.name not in cells:
            continue
        keys = snapshot.keys_of(column.refers_to)
        if column.refers_to == table.name:
            keys = keys | set(cells[table.key[0]].dropna())
        values = {"table": column.refers_to}
        if column.kind == KEYS:
            named_keys = {part for text in cells[column.name].dropna().unique() for part in text.split(";")}
            which = _parts_within(cells[column.name], named_keys - keys)
            reason = Sentence(N_("names {which}: there is no such key in {table}"), values)
            yield Violation(found_in(which, cells), column.name, reason, which=which)
        else:
            unknown = cells[column.name].notna() & ~cells[column.name].isin(keys)
            yield Violation(
                unknown, column.name, Sentence(N_("is not known: there is no such key in {table}"), values)
            )


def dependents(
    table: Table, cells: pd.DataFrame, snapshot: RegisterSnapshot, rejected_rows: Set[int]
) -> Iterator[Violation]:
    """Rows that name another row of the same file which is rejected, and is not stored either."""
    rejected_keys = set(cells.loc[cells.index.isin(list(rejected_rows)), table.key[0]].dropna())
    if rejected_keys:
        rejected_keys -= snapshot.keys_of(table.name)
    for column in table.columns:
        if column.refers_to == table.name and column.name in cells and rejected_keys:
            reason = Sentence(N_("names {which}, whose own row is not taken in; mend that row first"))
            which = _parts_within(
                cells.loc[~cells.index.isin(list(rejected_rows)), column.name], rejected_keys
            )
            yield Violation(found_in(which, cells), column.name, reason, which=which)


def _parts_within(lists: pd.Series, keys: Set[str]) -> dict[Hashable, object]:
    """By row, those of the listed keys that are among the sought ones; rows without any are left out."""
    if not keys:
        return {}
    parts_by_row = {
        row: tuple(part for part in text.split(";") if part in keys) for row, text in lists.dropna().items()
    }
    return {row: parts for row, parts in parts_by_row.items() if parts}
