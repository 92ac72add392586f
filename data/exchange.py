"""Exchange files in and out.

Taking in goes through four steps, each for a whole file: cells to canonical text, rules for whole rows, comparison with
what is stored, and one transaction that writes records and history. A single form on the screen takes the same way.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pandas as pd

from data.cells import FORMULA, Unfit, canonical
from data.checks import FROZEN, REFERRED, Stored, breaches, closed_rounds, never_changed
from data.problems import RecordError, UnreadableFile
from data.sheets import Sheet, read_sheet
from data.store import Store
from data.tables import TABLES, TEXT, Column, Table
from data.upsert import compare, export_select, whole_rows, write
from language import N_, Sentence


@dataclass
class Taken:
    """What became of one file: rows that were new, changed or the same, and what was said of single cells."""

    file: str
    table: str
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    said: list[RecordError] = field(default_factory=list)

    @property
    def taken(self) -> int:
        return self.new + self.changed

    @property
    def errors(self) -> list[RecordError]:
        return [error for error in self.said if not error.notice]


def read_folder(path: Path) -> list[tuple[Table, Sheet]]:
    """The exchange files of a folder in the order in which they depend on one another. Raises :class:`UnreadableFile`."""
    found = [(table, path / table.file) for table in TABLES.values() if (path / table.file).is_file()]
    if not found:
        raise UnreadableFile(Sentence(N_("{file} holds no exchange file (such as consultations.csv)."), {"file": str(path)}))
    return [(table, read_sheet(file)) for table, file in found]


def take_in(
    store: Store, sheets: Iterable[tuple[Table, Sheet]], who: str, *, accept_valid: bool = False, dry_run: bool = False
) -> list[Taken]:
    """Take in files, all in one transaction. Of a file with a rejected row nothing is stored, unless ``accept_valid``."""
    results = []
    open_anyway: set[str] = set()
    with store.transaction(keep=not dry_run) as cursor:
        for table, sheet in sheets:
            stored = _stored(cursor, open_anyway)
            results.append(_take_in_one(cursor, table, sheet, stored, _Asked(who, accept_valid)))
            open_anyway |= _newly_closed(cursor, stored)
    return results


@dataclass(frozen=True)
class _Asked:
    who: str
    accept_valid: bool


def _take_in_one(cursor: duckdb.DuckDBPyConnection, table: Table, sheet: Sheet, stored: Stored, asked: _Asked) -> Taken:
    result = Taken(sheet.name, table.name)
    cells, result.said = _canonical_cells(table, sheet)
    if cells is None:
        result.rejected = len(sheet.cells)
        return result
    for breach in breaches(table, cells, whole_rows(cursor, table, cells), stored):
        result.said += _point_at(sheet, breach.rows, breach.column, breach.reason, notice=breach.notice)
    state = compare(cursor, table, cells)
    if table.name in FROZEN:
        for breach in closed_rounds(cells, stored):
            result.said += _point_at(sheet, breach.rows & (state != "unchanged"), breach.column, breach.reason)
    for breach in never_changed(cells, table):
        result.said += _point_at(sheet, breach.rows & (state == "changed"), breach.column, breach.reason)
    bad = {error.row for error in result.errors}
    good = cells.index[[row not in bad for row in cells.index]]
    result.rejected = len(cells) - len(good)
    result.said.sort(key=lambda error: (error.row, error.column))
    if result.rejected and not asked.accept_valid:
        return result
    states = state.loc[good]
    result.new, result.changed, result.unchanged = (int((states == word).sum()) for word in ("new", "changed", "unchanged"))
    write(cursor, table, cells.loc[good[states != "unchanged"]], asked.who)
    return result


def _canonical_cells(table: Table, sheet: Sheet) -> tuple[pd.DataFrame | None, list[RecordError]]:
    """The cells in canonical form, and the errors in them; None where the columns themselves don't fit."""
    said = [RecordError(sheet.name, 1, name, name, Sentence(N_("is no column of {table}; look for a typing error"), {"table": table.name}))
            for name in sheet.cells.columns if name not in table.names]  # fmt: skip
    needed = [column.name for column in table.columns if column.required]
    missing = [name for name in needed if name not in sheet.cells]
    said += [
        RecordError(sheet.name, 1, name, "", Sentence(N_("is missing; {table} needs this column"), {"table": table.name}))
        for name in missing
    ]
    if said:
        return None, said
    columns = {}
    for column in table.columns:
        if column.name in sheet.cells:
            columns[column.name], errors = _canonical_column(column, sheet)
            said += errors
        elif column.name in table.key:
            columns[column.name] = pd.Series(None, index=sheet.cells.index, dtype=object)
    cells = pd.DataFrame(columns, index=sheet.cells.index, dtype=object)
    surplus = Sentence(N_("has more cells than there are columns; look for a comma or semicolon outside quotation marks"))
    said += [RecordError(sheet.name, row, "", "", surplus) for row in sheet.surplus]
    keys = cells[list(table.key)].fillna("")
    twice = Sentence(N_("is there twice in this file; keep one of the rows"))
    said += _point_at(sheet, keys.duplicated(keep="first") & (keys != "").any(axis=1), table.key[0], twice)
    return cells, said


def _canonical_column(column: Column, sheet: Sheet) -> tuple[pd.Series, list[RecordError]]:
    """One column, each different cell parsed once."""
    raw = sheet.cells[column.name]
    fit: dict[str, str | None] = {}
    unfit: dict[str, Sentence] = {}
    for text in raw.unique():
        try:
            fit[text] = canonical(column, text)
        except Unfit as problem:
            unfit[text] = problem.sentence
    rows = raw[raw.isin(list(unfit))] if unfit else raw.iloc[:0]
    errors = [RecordError(sheet.name, row, column.name, text, unfit[text]) for row, text in zip(rows.index, rows, strict=True)]
    return raw.map(lambda text: fit.get(text)).astype(object).where(lambda cell: cell.notna(), None), errors


def _point_at(sheet: Sheet, rows: pd.Series, column: str, reason: Sentence, *, notice: bool = False) -> list[RecordError]:
    marked = rows.index[rows.to_numpy(dtype=bool)]
    texts = sheet.cells[column] if column in sheet.cells else pd.Series("", index=sheet.cells.index)
    return [RecordError(sheet.name, int(row), column, str(texts[row]), reason, notice) for row in marked]


def _stored(cursor: duckdb.DuckDBPyConnection, open_anyway: set[str]) -> Stored:
    keys = {name: {row[0] for row in cursor.execute(f'select "{TABLES[name].key[0]}" from {name}').fetchall()} for name in REFERRED}
    levels = dict(cursor.execute("select body, level from bodies").fetchall())
    rounds = cursor.execute("select round, term, kind, status from rounds").df()
    expected = set(cursor.execute("select round, body from expected_bodies").fetchall())
    return Stored(keys, levels, rounds, expected, open_anyway)


def _newly_closed(cursor: duckdb.DuckDBPyConnection, before: Stored) -> set[str]:
    """Rounds that this run brought or closed: their answers may come in with them."""
    closed = {row[0] for row in cursor.execute("select round from rounds where status = 'closed'").fetchall()}
    return closed - set(before.rounds.loc[before.rounds["status"] == "closed", "round"])


def export(store: Store, folder: Path) -> dict[str, int]:
    """Write every table as an exchange file, and the history beside them; gives the number of rows by file."""
    folder.mkdir(parents=True, exist_ok=True)
    written = {}
    for table in TABLES.values():
        frame = store.frame(export_select(table))
        for column in table.columns:
            if column.kind == TEXT:
                frame[column.name] = frame[column.name].map(_no_formula, na_action="ignore")
        written[table.file] = _write_csv(frame, folder / table.file)
    written["history.csv"] = _write_csv(store.frame("select * from history order by entry"), folder / "history.csv")
    return written


def _no_formula(text: str) -> str:
    """A text that a spreadsheet would calculate gets a quotation mark before it, which taking in removes again."""
    return f"'{text}" if FORMULA.match(f"'{text}") else text


def _write_csv(frame: pd.DataFrame, path: Path) -> int:
    frame.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")
    return len(frame)


def rows_sheet(table: Table, rows: Sequence[Mapping[str, str | None]], name: str) -> tuple[Table, Sheet]:
    """Rows given as cells of text, as if they were a file: the way a form on the screen is taken in."""
    cells = pd.DataFrame(
        [{k: "" if v is None else v for k, v in row.items()} for row in rows], index=range(2, len(rows) + 2), dtype=object
    )
    return table, Sheet(name, cells.fillna(""))
