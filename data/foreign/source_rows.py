"""A foreign table on its way to exchange rows: its cells as they are read, and the rows as they are made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from data.errors import RecordProblem
from data.foreign.cell_readers import FieldReader
from data.foreign.consultation_keys import ConsultationKeys
from data.foreign.grouping import Cell
from data.foreign.meanings import Meanings
from data.foreign.moments import ShownOrder
from data.foreign.profile import ColumnUse, Profile
from data.foreign.proposal import day_orders
from data.foreign.sheet import ForeignTable
from data.schema import TABLES

KEY = "consultation"


@dataclass(frozen=True)
class Source:
    """What is to be translated: the table, how it is understood, and what the register knows."""

    table: ForeignTable
    profile: Profile
    meanings: Meanings
    keys: ConsultationKeys

    @cached_property
    def _orders(self) -> Mapping[str, ShownOrder]:
        return day_orders(self.table, self.profile)

    @cached_property
    def rows(self) -> list[int]:
        """The numbers of the file's rows."""
        return [int(row) for row in self.table.cells.index]

    def cells(self, fills: str) -> list[Cell]:
        """The cells of the column that fills a field, read."""
        reader, name = self.reader(fills), self._use(fills).column
        return [
            Cell(row, name, text, reader(text))
            for row, text in zip(self.rows, self.texts(fills), strict=True)
        ]

    def texts(self, fills: str) -> list[str]:
        """The cells of the column that fills a field, as they stand."""
        return self.table.cells[self._use(fills).column].tolist()

    def _use(self, fills: str) -> ColumnUse:
        return next(use for use in self.profile.columns if use.fills == fills)

    def reader(self, fills: str) -> FieldReader:
        """How the cells of a field are read."""
        use = self._use(fills)
        shown_order = self._orders.get(use.column)
        order = shown_order.order(self.profile.day_order) if shown_order else None
        return FieldReader(use, TABLES[self.profile.table].column(fills), self.meanings, order)

    @property
    def fields(self) -> list[str]:
        """The fields that columns of the file fill."""
        return [use.fills for use in self.profile.columns if use.column in self.table.cells]

    @cached_property
    def constants(self) -> dict[str, str]:
        """What all rows have alike, where a row says nothing else; the source is the profile's name."""
        has_source = "source" in TABLES[self.profile.table].names
        return {**({"source": self.profile.name} if has_source else {}), **self.profile.constants}


@dataclass
class Rows:
    """Exchange rows as they are made: by row number its values, and what is said of its cells."""

    values: dict[int, dict[str, str]] = field(default_factory=dict)
    problems: list[RecordProblem] = field(default_factory=list)
    identities: dict[int, str] = field(default_factory=dict)
    group_rows: dict[int, int] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)
    """Of rows that stand for a part of a row of the file: the number of that one."""


def problems_of(file: str, cell: Cell) -> Iterator[RecordProblem]:
    """What is wrong with a cell, or should be told of it."""
    if cell.read.problem is not None:
        yield RecordProblem(file, cell.row, cell.column, cell.text, cell.read.problem)
    if cell.read.notice is not None:
        yield RecordProblem(file, cell.row, cell.column, cell.text, cell.read.notice, notice=True)


def finished(source: Source, row: Mapping[str, str], identity: str) -> dict[str, str]:
    """A consultation's row with what the file says of all rows, where it comes from, and a title: that of
    the stored one where the file has none.
    """
    whole = dict(row)
    for name, value in source.constants.items():
        if not whole.get(name):
            whole[name] = value
    if not whole.get("source_key") and identity:
        whole["source_key"] = identity[:200]
    if not whole.get("title"):
        whole["title"] = source.keys.title(whole[KEY])
    return whole
