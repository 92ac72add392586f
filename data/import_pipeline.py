"""Exchange files in and out.

Taking in goes through four steps, each for a whole file: cells to canonical text, rules for whole rows,
comparison with what is stored, and one transaction that writes records and history. A single form on the
screen takes the same way.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

import duckdb
import pandas as pd

from data.database import Store
from data.errors import RecordProblem
from data.export import export as export
from data.ingest.csv_file import SourceTable
from data.ingest.folders import passed_over as passed_over
from data.ingest.folders import read_folder as read_folder
from data.ingest.normalise import canonical_cells, point_at
from data.ingest.spellings import GROUPS
from data.schema import Table
from data.stored_text import as_stored, garbled
from data.upsert import compare, whole_rows, write
from data.validation.checks import violations
from data.validation.closings import FROZEN, closed_rounds, never_changed
from data.validation.keys import dependents
from data.validation.snapshot import RegisterSnapshot, take_snapshot


@dataclass
class ImportOutcome:
    """What became of one file: rows that were new, changed or the same, and what was said of single cells.

    ``rows`` counts each row once; a ``misfit`` has other columns than its table, so that no row could be
    looked at. ``cells`` has the rows as they are stored or would be, and ``states`` what became of each:
    ``new``, ``changed``, ``unchanged`` or ``rejected``; None where no row could be looked at.
    """

    file: str
    table: str
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    problems: list[RecordProblem] = field(default_factory=list)
    rows: int = 0
    misfit: bool = False
    cells: pd.DataFrame | None = field(default=None, compare=False, repr=False)
    states: pd.Series | None = field(default=None, compare=False, repr=False)

    @property
    def taken(self) -> int:
        return self.new + self.changed

    @property
    def errors(self) -> list[RecordProblem]:
        return [error for error in self.problems if not error.notice]

    @property
    def notices(self) -> list[RecordProblem]:
        return [error for error in self.problems if error.notice]


def take_in(
    store: Store,
    sheets: Iterable[tuple[Table, SourceTable]],
    who: str,
    *,
    accept_valid: bool = False,
    dry_run: bool = False,
) -> list[ImportOutcome]:
    """Take in files, all in one transaction. Of a file with a rejected row nothing is stored, unless
    ``accept_valid``.
    """
    with store.transaction(keep=not dry_run) as cursor:
        return take_in_with(cursor, sheets, Options(who, accept_valid))


@dataclass(frozen=True)
class Options:
    """Who takes files in, and whether the good rows of a file with a rejected one are stored. ``unfit`` has,
    by table, rows that are rejected whatever the checks say.
    """

    who: str
    accept_valid: bool = False
    unfit: Mapping[str, Set[int]] = field(default_factory=dict)


def take_in_with(
    cursor: duckdb.DuckDBPyConnection, sheets: Iterable[tuple[Table, SourceTable]], options: Options
) -> list[ImportOutcome]:
    """Take in files in a transaction that is under way already."""
    results = []
    open_anyway: set[str] = set()
    for table, sheet in sheets:
        snapshot = take_snapshot(cursor, open_anyway)
        result = _take_in_one(cursor, table, sheet, snapshot, options)
        result.problems = [sheet.placed(error) for error in result.problems]
        results.append(result)
        open_anyway |= _newly_closed(cursor, snapshot)
    return results


def _take_in_one(
    cursor: duckdb.DuckDBPyConnection,
    table: Table,
    sheet: SourceTable,
    snapshot: RegisterSnapshot,
    options: Options,
) -> ImportOutcome:
    result = ImportOutcome(sheet.name, table.name)
    canonical = canonical_cells(table, sheet, _stored_groups(cursor) if table.name == GROUPS else ())
    cells, result.problems = canonical.cells, canonical.problems
    if cells is None:
        result.rejected, result.misfit = len(sheet.cells), True
        return result
    cells, kept = as_stored(cursor, table, sheet, cells)
    garbled_cells = list(garbled(cursor, table, sheet, cells))
    settled = kept | {(each.row, each.column) for each in garbled_cells}
    result.problems = [
        each for each in result.problems if (each.row, each.column) not in settled
    ] + garbled_cells
    result.rows = len(cells)
    state = compare(cursor, table, cells)
    unreadable = {(error.row, error.column) for error in result.errors}
    for breach in violations(table, cells, whole_rows(cursor, table, cells), snapshot):
        problems = point_at(sheet, breach)
        result.problems += [each for each in problems if (each.row, each.column) not in unreadable]
    if table.name in FROZEN:
        for breach in closed_rounds(cells, snapshot):
            result.problems += point_at(sheet, replace(breach, rows=breach.rows & (state != "unchanged")))
    for breach in never_changed(cells, table):
        result.problems += point_at(sheet, replace(breach, rows=breach.rows & (state == "changed")))
    bad = {error.row for error in result.errors} | canonical.contradicted
    bad |= options.unfit.get(table.name, frozenset())
    while errors := [
        error for breach in dependents(table, cells, snapshot, bad) for error in point_at(sheet, breach)
    ]:
        result.problems += errors
        bad |= {error.row for error in errors}
    good = cells.index[[row not in bad for row in cells.index]]
    result.rejected = len(cells) - len(good)
    result.problems.sort(key=lambda error: (error.row, error.column))
    result.cells, result.states = cells, state.where(state.index.isin(good), "rejected")
    if result.rejected and not options.accept_valid:
        return result
    states = state.loc[good]
    result.new, result.changed, result.unchanged = (
        int((states == word).sum()) for word in ("new", "changed", "unchanged")
    )
    write(cursor, table, cells.loc[good[states != "unchanged"]], options.who)
    return result


def _stored_groups(cursor: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    """Each consultation with each of its groups."""
    return set(cursor.execute('select consultation, "group" from consultation_groups').fetchall())


def _newly_closed(cursor: duckdb.DuckDBPyConnection, before: RegisterSnapshot) -> set[str]:
    """Rounds that this run brought or closed: their answers may come in with them."""
    round_keys = {
        row[0] for row in cursor.execute("select round from rounds where status = 'closed'").fetchall()
    }
    return round_keys - set(before.rounds.loc[before.rounds["status"] == "closed", "round"])


def table_of_rows(
    table: Table, rows: Sequence[Mapping[str, str | None]], name: str
) -> tuple[Table, SourceTable]:
    """Rows given as cells of text, as if they were a file: the way a form on the screen is taken in."""
    cells = pd.DataFrame(
        [{k: "" if v is None else v for k, v in row.items()} for row in rows],
        index=range(2, len(rows) + 2),
        dtype=object,
    )
    return table, SourceTable(name, cells.fillna(""))
