"""A translation beside the register: which stored consultation each row is, which rows are one, and what the
file leaves empty.

An empty cell never erases what is stored. A list that another system exports often lacks what people have
written here since, and an emptied cell can't be told from one that was never filled. To empty a field is done
on the consultation's own page.
"""

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass, field, replace

import duckdb
import pandas as pd

from data.foreign.translation import Translation
from data.ingest.cells import QUALIFIERS, is_empty
from data.ingest.csv_file import SourceTable
from data.schema import TABLES, Table
from data.upsert import stored_columns

CONSULTATIONS, KEY = "consultations", "consultation"
WITH_ANOTHER = {**{qualifier: number for number, qualifier in QUALIFIERS.items()}, "no_end": "end_on"}
"""A field that says how to read another one: where the file fills that one, it is not kept from before."""
MARK = ("removed_at", "removed_by")


@dataclass(frozen=True)
class Matches:
    """What is known of which row is which: by row of the file the consultation that a person said it is
    (empty: none), all keys that an earlier import or a person gave, consultations that only an undo took
    away, and fields that the file itself does not fill: they stay as they are stored.
    """

    merges: Mapping[int, str] = field(default_factory=dict)
    matched_keys: Collection[str] = ()
    undone_keys: Set[str] = frozenset()
    kept_fields: Set[str] = frozenset()


@dataclass(frozen=True)
class Plan:
    """The tables as they are taken in, and by row of the first one the row that it was put together with."""

    tables: list[tuple[Table, SourceTable]]
    joined: Mapping[int, int]


def file_rows(sheet: SourceTable) -> pd.Series:
    """By row of a table, its row in the file as a person counts."""
    places = sheet.origin.places if sheet.origin else {}
    rows = [places[row][1] if row in places else int(row) for row in sheet.cells.index]
    return pd.Series(rows, index=sheet.cells.index, dtype="int64")


def plan(cursor: duckdb.DuckDBPyConnection, translation: Translation, matches: Matches) -> Plan:
    """The translated tables with the consultations that are known, rows of one consultation put together,
    and what is stored where the file says nothing.
    """
    if not translation.tables:
        return Plan([], {})
    tables = _renamed(translation, matches)
    table, sheet = tables[0]
    joined: dict[int, int] = {}
    if table.name == CONSULTATIONS:
        sheet, joined = _joined(sheet, translation.identities, matches)
        sheet = _back_again(cursor, sheet, matches)
    tables[0] = (table, sheet)
    return Plan(
        [(each, _completed(cursor, each, cells, matches.kept_fields)) for each, cells in tables], joined
    )


def _renamed(translation: Translation, matches: Matches) -> list[tuple[Table, SourceTable]]:
    """Every row of a consultation that a person said is another one, under that one's key."""
    _, first = translation.tables[0]
    rows = file_rows(first)
    names = {
        first.cells.at[row, KEY]: matches.merges[file_row]
        for row, file_row in rows[rows.isin(list(matches.merges))].items()
        if matches.merges[file_row]
    }
    if not names:
        return list(translation.tables)
    return [
        (table, replace(sheet, cells=sheet.cells.assign(**{KEY: sheet.cells[KEY].replace(names)})))
        for table, sheet in translation.tables
    ]


def _joined(
    sheet: SourceTable, identities: Mapping[int, str], matches: Matches
) -> tuple[SourceTable, dict[int, int]]:
    """Rows that a person said are one consultation, as one row: what the first leaves empty, the next fills.
    Rows that contradict one another without that stay apart, and are refused.
    """
    cells = sheet.cells
    one_of_many = cells[KEY].duplicated(keep=False) & cells[KEY].isin(list(matches.matched_keys))
    if not one_of_many.any():
        return sheet, {}
    cells, joined = cells.copy(), {}
    for _, same in cells[one_of_many].groupby(KEY, sort=False):
        first, *others = same.index
        known = {identities.get(first)}
        for row in others:
            if identities.get(row) in known:
                continue
            known.add(identities.get(row))
            joined[row] = first
            empty = cells.columns[cells.loc[first].eq("")]
            cells.loc[first, empty] = cells.loc[row, empty]
    return replace(sheet, cells=cells.drop(index=list(joined))), joined


def _back_again(cursor: duckdb.DuckDBPyConnection, sheet: SourceTable, matches: Matches) -> SourceTable:
    """What only an undo took away comes back; what a person removed stays removed."""
    cells = sheet.cells
    is_back = cells[KEY].isin(list(matches.undone_keys))
    if not is_back.any():
        return sheet
    marks = stored_columns(cursor, TABLES[CONSULTATIONS], cells[[KEY]], MARK)
    return replace(
        sheet, cells=cells.assign(**{name: marks[name].fillna("").mask(is_back, "") for name in MARK})
    )


def _completed(
    cursor: duckdb.DuckDBPyConnection, table: Table, sheet: SourceTable, kept_fields: Set[str]
) -> SourceTable:
    """What is stored in the place of empty cells, but in columns where an empty cell stands for something."""
    cells = _with_qualifiers(table, sheet.cells)
    names = [
        column.name
        for column in table.columns
        if column.name in cells and column.name not in (*table.key, *MARK) and not column.empty_means
    ]
    keys = cells.reindex(columns=list(table.key), fill_value="")
    keys = keys[keys[table.key[0]].isin(_stored_keys(cursor, table, keys))]
    if keys.empty or not names:
        return sheet
    stored = stored_columns(cursor, table, keys.where(keys != "", None), names)
    texts = cells.loc[keys.index, names]
    empty = pd.DataFrame({name: _empty(table, texts[name]) for name in names}, index=texts.index)
    kept = empty.assign(**dict.fromkeys(kept_fields & set(names), True)) & stored.notna()
    for name, other in WITH_ANOTHER.items():
        if name in kept and other in empty:
            kept[name] &= empty[other] | (texts[other] == stored[other])
    if not kept.to_numpy().any():
        return sheet
    texts = texts.mask(kept, stored)
    return replace(
        sheet, cells=pd.concat([cells.drop(index=keys.index), _over(cells, texts)]).loc[cells.index]
    )


def _over(cells: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    rows = cells.loc[texts.index].copy()
    rows[texts.columns] = texts
    return rows


def _with_qualifiers(table: Table, cells: pd.DataFrame) -> pd.DataFrame:
    """A number comes with the word before it, empty where the file has none: "ca. 120" may be 150 now."""
    missing = [
        name
        for name, number in WITH_ANOTHER.items()
        if name in QUALIFIERS.values() and name in table.names and number in cells and name not in cells
    ]
    return cells.assign(**dict.fromkeys(missing, "")) if missing else cells


def _stored_keys(cursor: duckdb.DuckDBPyConnection, table: Table, keys: pd.DataFrame) -> list[str]:
    """Which of the keys' first parts the register holds."""
    name = table.key[0]
    cursor.register("incoming", keys[[name]].drop_duplicates())
    rows = cursor.execute(
        f'select distinct cast(t."{name}" as varchar) from {table.name} t join incoming s'
        f' on cast(t."{name}" as varchar) = s."{name}"'
    ).fetchall()
    cursor.unregister("incoming")
    return [row[0] for row in rows]


def _empty(table: Table, texts: pd.Series) -> pd.Series:
    """Which cells say nothing."""
    column = table.column(str(texts.name))
    is_empty_by_text = {text: is_empty(column, text) for text in texts.unique()}
    return texts.map(is_empty_by_text).astype(bool)
