"""Canonical rows against stored ones: what is new, what changed, and the writing of both with their
history.
"""

from collections.abc import Mapping, Sequence

import duckdb
import pandas as pd

from data.database import placeholders
from data.schema import CHOICE, DATE, INTEGER, KEYS, MOMENT, NUMBER, YES_NO, Column, Table

STORED = {"bodies": "exchange_bodies", "assessments": "exchange_assessments"}
LINKS = {
    "bodies": (("succeeds", "body_successions", "body", "predecessor"),),
    "assessments": (
        ("themes", "assessment_themes", "assessment", "theme"),
        ("evidence", "assessment_evidence", "assessment", "consultation"),
    ),
}
MOMENT_OF_SAVING = "make_timestamp(epoch_us(now()))"
"""The beginning of the transaction, in UTC: all that is saved at once bears the same, and is undone by it."""
CASTS = {DATE: "date", MOMENT: "timestamp", INTEGER: "integer", NUMBER: "double"}


def stored_relation(table: Table) -> str:
    """The table, or the view that shows its links as the exchange file does."""
    return STORED.get(table.name, table.name)


def export_select(table: Table) -> str:
    """A select of every row as exchange text, ordered by key."""
    columns = ", ".join(
        f"{exchange_text(column.kind, f't.{_quoted(column.name)}')} as {_quoted(column.name)}"
        for column in table.columns
    )
    return f"select {columns} from {stored_relation(table)} t order by {placeholders(table.key)}"


def whole_rows(cursor: duckdb.DuckDBPyConnection, table: Table, cells: pd.DataFrame) -> pd.DataFrame:
    """The rows with every column of the table: those that a file lacks as they are stored, or None where
    the row is new.
    """
    missing = [name for name in table.names if name not in cells]
    if not missing or cells.empty:
        return cells
    return pd.concat([cells, stored_columns(cursor, table, cells, missing)], axis=1)


def stored_columns(
    cursor: duckdb.DuckDBPyConnection, table: Table, cells: pd.DataFrame, names: Sequence[str]
) -> pd.DataFrame:
    """Some columns of the stored rows with the same keys, as exchange text; None in rows that are new."""
    cursor.register("incoming", cells.reset_index(names="row_number"))
    columns = ", ".join(
        f"{exchange_text(table.column(name).kind, f't.{_quoted(name)}')} as {_quoted(name)}" for name in names
    )
    stored_rows = cursor.execute(
        f"select s.row_number, {columns} from incoming s left join {stored_relation(table)} t on"
        f" {_same_key(table)}"
    ).fetchall()
    cursor.unregister("incoming")
    by_row = {row: texts for row, *texts in stored_rows}
    return pd.DataFrame(
        [by_row[row] for row in cells.index], index=cells.index, columns=pd.Index(names), dtype=object
    )


def compare(cursor: duckdb.DuckDBPyConnection, table: Table, cells: pd.DataFrame) -> pd.Series:
    """For each row ``new``, ``changed`` or ``unchanged``; columns that the file lacks are not compared."""
    if cells.empty:
        return pd.Series(dtype=object, index=cells.index)
    cursor.register("incoming", cells.reset_index(names="row_number"))
    differs = " or ".join(
        f"{_typed(table, name, 's')} is distinct from {_comparable(table, name, 't')}"
        for name in cells.columns
        if name not in table.key
    )
    rows = cursor.execute(
        f"select s.row_number, case when t.{_quoted(table.key[0])} is null then 'new'"
        f" when {differs or 'false'} then 'changed' else 'unchanged' end as state"
        f" from incoming s left join {stored_relation(table)} t on {_same_key(table)}"
    ).fetchall()
    cursor.unregister("incoming")
    return pd.Series(dict(rows), dtype=object).reindex(cells.index)


def write(cursor: duckdb.DuckDBPyConnection, table: Table, cells: pd.DataFrame, who: str) -> None:
    """Insert or update the rows, all in set operations, and append what they were and became to the
    history.
    """
    if cells.empty:
        return
    cursor.register("incoming", cells)
    cursor.execute(
        f"create or replace temp table staged as select *, {_record('s', table)} as record from incoming s"
    )
    cursor.unregister("incoming")
    cursor.execute(
        "create or replace temp table former as select s.record, to_json(t) as before"
        f" from staged s join {stored_relation(table)} t on {_same_key(table)}"
    )
    _update(cursor, table, list(cells.columns))
    _insert(cursor, table, list(cells.columns))
    for link in LINKS.get(table.name, ()):
        if link[0] in cells:
            _relink(cursor, link)
    cursor.execute(
        f"""insert into history (happened_at, who, action, kind, record, before, after)
            select
                {MOMENT_OF_SAVING}, $who, case when f.record is null then 'created' else 'changed' end, $kind,
                s.record, f.before, to_json(t)
            from staged s
            join {stored_relation(table)} t on {_same_key(table)}
            left join former f on f.record = s.record
            order by s.record""",
        {"who": who, "kind": table.name},
    )


def remove(
    cursor: duckdb.DuckDBPyConnection, table: Table, keys: Sequence[Mapping[str, str | None]], who: str
) -> None:
    """Take the rows of these keys away, and append what they were to the history. Nothing may refer to
    them.
    """
    remove_all(cursor, table, pd.DataFrame(list(keys), columns=pd.Index(table.key), dtype=object), who)


def remove_all(cursor: duckdb.DuckDBPyConnection, table: Table, keys: pd.DataFrame, who: str) -> None:
    """The same for the key columns of a frame."""
    cursor.register("incoming", keys)
    cursor.execute(
        f"""insert into history (happened_at, who, action, kind, record, before)
            select {MOMENT_OF_SAVING}, $who, 'removed', $kind, {_record("s", table)}, to_json(t)
            from incoming s join {stored_relation(table)} t on {_same_key(table)}""",
        {"who": who, "kind": table.name},
    )
    cursor.execute(f"delete from {table.name} t using incoming s where {_same_key(table)}")
    cursor.unregister("incoming")


def _update(cursor: duckdb.DuckDBPyConnection, table: Table, names: list[str]) -> None:
    """Set only columns that differ somewhere: an indexed column set to itself would count as deleted and
    inserted.
    """
    links = {link[0] for link in LINKS.get(table.name, ())}
    settable = [name for name in names if name not in table.key and name not in links]
    settings = [
        f"{_quoted(name)} = {_typed(table, name, 's')}" for name in _changed_columns(cursor, table, settable)
    ]
    if table.name == "assessments":
        settings.append("version = t.version + 1")
    if settings:
        cursor.execute(
            f"update {table.name} t set {', '.join(settings)} from staged s where {_same_key(table)}"
        )


def _changed_columns(cursor: duckdb.DuckDBPyConnection, table: Table, names: list[str]) -> list[str]:
    """Those in which a stored row differs from the staged one."""
    differs = ", ".join(
        f"bool_or({_typed(table, name, 's')} is distinct from {_comparable(table, name, 't')})"
        for name in names
    )
    if not differs:
        return []
    row = cursor.execute(
        f"select {differs} from staged s join {table.name} t on {_same_key(table)}"
    ).fetchone()
    return [name for name, has_changed in zip(names, row or (), strict=True) if has_changed]


def _insert(cursor: duckdb.DuckDBPyConnection, table: Table, names: list[str]) -> None:
    links = {link[0] for link in LINKS.get(table.name, ())}
    plain = [name for name in names if name not in links]
    default_columns = [
        column for column in table.columns if column.empty_means and column.name not in plain
    ]  # of columns that the file lacks
    columns = placeholders([*plain, *(column.name for column in default_columns)])
    values = ", ".join(
        [*(_typed(table, name, "s") for name in plain), *(_meant(column) for column in default_columns)]
    )
    if table.name == "assessments":
        columns, values = f"assessment, version, {columns}", f"s.record, 1, {values}"
    cursor.execute(
        f"insert into {table.name} ({columns}) select {values} from staged s where s.record not in (select"
        " record from former)"
    )


def _relink(cursor: duckdb.DuckDBPyConnection, link: tuple[str, str, str, str]) -> None:
    column, link_table, owner, target = link
    cursor.execute(f"delete from {link_table} where {owner} in (select record from staged)")
    cursor.execute(
        f"insert into {link_table} ({owner}, {target})"
        f" select record, unnest(string_split({column}, ';')) from staged where {column} is not null"
    )


def _record(alias: str, table: Table) -> str:
    """The key as one text: ``2022-2025/endterm:tku:1``. An empty last part is left out; another stays as
    nothing between its colons, so that no two keys become one text.
    """
    *others, last = (f"{alias}.{_quoted(name)}" for name in table.key)
    parts = [*(f"coalesce(cast({part} as varchar), '')" for part in others), last]
    return f"concat_ws(':', {', '.join(parts)})"


def _same_key(table: Table) -> str:
    return " and ".join(
        f"{_comparable(table, name, 't')} is not distinct from {_typed(table, name, 's')}"
        for name in table.key
    )


def _typed(table: Table, name: str, alias: str) -> str:
    """A staged text as the value it stands for."""
    kind, cell = table.column(name).kind, f"{alias}.{_quoted(name)}"
    if kind == YES_NO:
        return f"({cell} = 'yes')"
    return f"cast({cell} as {CASTS[kind]})" if kind in CASTS else f"cast({cell} as varchar)"


def _meant(column: Column) -> str:
    """What an empty cell of a column stands for."""
    return f"({column.empty_means!r} = 'yes')" if column.kind == YES_NO else repr(column.empty_means)


def _comparable(table: Table, name: str, alias: str) -> str:
    """A stored value, comparable with the staged one: choices are numbers in some tables and text in
    others.
    """
    kind, cell = table.column(name).kind, f"{alias}.{_quoted(name)}"
    return f"cast({cell} as varchar)" if kind == CHOICE else cell


def exchange_text(kind: str, cell: str) -> str:
    """An expression for a value as exchange text."""
    if kind == YES_NO:
        return f"case {cell} when true then 'yes' when false then 'no' end"
    if kind == NUMBER:
        return _number_as_text(cell)
    return cell if kind == KEYS else f"cast({cell} as varchar)"


def _number_as_text(cell: str) -> str:
    """Whole numbers without decimals. 12.345 becomes 12.3450: with three decimals it could be read as
    thousands.
    """
    text = f"cast({cell} as varchar)"
    return (
        f"case when {cell} = trunc({cell}) and abs({cell}) < 1e15 then cast(cast({cell} as bigint) as"
        f" varchar) when regexp_full_match({text}, '-?[1-9][0-9]{{0,2}}[.][0-9]{{3}}') then {text} || '0'"
        f" else {text} end"
    )


def _quoted(name: str) -> str:
    return f'"{name}"'
