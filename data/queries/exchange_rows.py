"""Stored rows as exchange text."""

from collections.abc import Collection, Mapping, Sequence

from data.confidential import CONFIDENTIAL_NAMES
from data.database import Store
from data.schema import TABLES
from data.upsert import export_select


def row(store: Store, table: str, key: Mapping[str, str | None]) -> dict[str, str | None] | None:
    """One row of a table as exchange text by column, or None where there is none; ``key`` gives its key
    columns. Confidential words are not in it, so that nothing that writes other columns back touches them.
    """
    definition = TABLES[table]
    same = " and ".join(f'"{name}" is not distinct from ${name}' for name in definition.key)
    rows = store.rows(
        f"select * from ({export_select(definition)}) where {same}",
        **{name: key[name] for name in definition.key},
    )
    stored = dict(zip(definition.names, rows[0], strict=True)) if rows else None
    if stored and table == "assessments" and stored["closed"] == "yes":
        stored |= dict.fromkeys(CONFIDENTIAL_NAMES)
    return stored


def by_key(store: Store, table: str, keys: Collection[str | None]) -> dict[str, dict[str, str | None]]:
    """The rows of a table whose key is one column, by that key; a key that is not stored has none."""
    definition = TABLES[table]
    (name,) = definition.key
    rows = store.rows(
        f'select * from ({export_select(definition)}) where "{name}" in (select unnest($keys))',
        keys=list(keys),
    )
    return {row[definition.names.index(name)]: dict(zip(definition.names, row, strict=True)) for row in rows}


def of_consultations(
    store: Store, keys: Collection[str], names: Sequence[str]
) -> dict[str, tuple[str | None, ...]]:
    """Some columns of some consultations as exchange text, by key."""
    if not keys:
        return {}
    columns = ", ".join(f'"{name}"' for name in names)
    rows = store.rows(
        f"select consultation, {columns} from ({export_select(TABLES['consultations'])})"
        " where list_contains(cast($keys as varchar[]), consultation)",
        keys=list(keys),
    )
    return {key: tuple(values) for key, *values in rows}
