"""Exchange files in and out.

Taking in goes through four steps, each for a whole file: cells to canonical text, rules for whole rows,
comparison with what is stored, and one transaction that writes records and history. A single form on the
screen takes the same way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
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
from data.validation.snapshot import RegisterSnapshot


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

    def count_states(self) -> None:
        """Note how many rows are stored, as what."""
        states = [] if self.states is None else self.states.to_list()
        self.new, self.changed, self.unchanged = map(states.count, ("new", "changed", "unchanged"))

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
        snapshot = RegisterSnapshot(cursor, open_anyway)
        closed_before = snapshot.closed_rounds
        result = _IncomingFile(cursor, table, sheet, snapshot).take_in(options)
        result.problems = [sheet.placed(error) for error in result.problems]
        results.append(result)
        open_anyway |= RegisterSnapshot(cursor).closed_rounds - closed_before
    return results


@dataclass(frozen=True)
class _IncomingFile:
    """A file, and what it is held against."""

    cursor: duckdb.DuckDBPyConnection
    table: Table
    sheet: SourceTable
    snapshot: RegisterSnapshot

    def take_in(self, options: Options) -> ImportOutcome:
        canonical = canonical_cells(self.table, self.sheet, self._stored_groups())
        result = ImportOutcome(self.sheet.name, self.table.name)
        if canonical.cells is None:
            result.rejected, result.misfit, result.problems = len(self.sheet.cells), True, canonical.problems
            return result
        cells, problems = self._beside_what_is_stored(canonical.cells, canonical.problems)
        state = compare(self.cursor, self.table, cells)
        problems = [*problems, *self._broken_rules(cells, state, problems)]
        bad = _rows_in_error(problems) | canonical.contradicted
        bad |= options.unfit.get(self.table.name, frozenset())
        problems += self._left_without(cells, bad)
        is_good = ~cells.index.isin(list(bad | _rows_in_error(problems)))
        result.rows, result.rejected = len(cells), int((~is_good).sum())
        result.problems = sorted(problems, key=lambda problem: (problem.row, problem.column))
        result.cells, result.states = cells, state.where(is_good, "rejected")
        if not result.rejected or options.accept_valid:
            result.count_states()
            write(self.cursor, self.table, cells[is_good & (state != "unchanged")], options.who)
        return result

    def _stored_groups(self) -> Set[tuple[str, str]]:
        """Each consultation with each of its groups, for a file of groups."""
        if self.table.name != GROUPS:
            return frozenset()
        return set(self.cursor.execute('select consultation, "group" from consultation_groups').fetchall())

    def _beside_what_is_stored(
        self, cells: pd.DataFrame, problems: list[RecordProblem]
    ) -> tuple[pd.DataFrame, list[RecordProblem]]:
        """The cells and what is said of each, once those that are stored so already, or were garbled on
        their way back, are known.
        """
        cells, kept = as_stored(self.cursor, self.table, self.sheet, cells)
        garbled_cells = list(garbled(self.cursor, self.table, self.sheet, cells))
        settled = kept | _places(garbled_cells)
        return cells, [each for each in problems if (each.row, each.column) not in settled] + garbled_cells

    def _broken_rules(
        self, cells: pd.DataFrame, state: pd.Series, cell_problems: Sequence[RecordProblem]
    ) -> Iterator[RecordProblem]:
        """What is said of whole rows; not of a cell that can't be read anyway."""
        unreadable = _places(problem for problem in cell_problems if not problem.notice)
        whole = whole_rows(self.cursor, self.table, cells)
        for breach in violations(self.table, cells, whole, self.snapshot):
            for problem in point_at(self.sheet, breach):
                if (problem.row, problem.column) not in unreadable:
                    yield problem
        if self.table.name in FROZEN:
            for breach in closed_rounds(cells, self.snapshot):
                yield from point_at(self.sheet, replace(breach, rows=breach.rows & (state != "unchanged")))
        for breach in never_changed(cells, self.table):
            yield from point_at(self.sheet, replace(breach, rows=breach.rows & (state == "changed")))

    def _left_without(self, cells: pd.DataFrame, bad: Set[int]) -> list[RecordProblem]:
        """Rows that name a rejected one are rejected too, and then those that name them."""
        problems: list[RecordProblem] = []
        while more := [
            problem
            for breach in dependents(self.table, cells, self.snapshot, bad | _rows_in_error(problems))
            for problem in point_at(self.sheet, breach)
        ]:
            problems += more
        return problems


def _places(problems: Iterable[RecordProblem]) -> set[tuple[int, str]]:
    return {(problem.row, problem.column) for problem in problems}


def _rows_in_error(problems: Iterable[RecordProblem]) -> set[int]:
    return {problem.row for problem in problems if not problem.notice}


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
