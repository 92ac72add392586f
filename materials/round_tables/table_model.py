"""A table of a round: typed rows under columns that say what stands in them. The workbook shows its codes in
words; open data keep them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

Kind = Literal["text", "list", "integer", "number", "amount", "date", "boolean"]
Value = str | int | float | date | tuple[str, ...] | None
Row = Mapping[str, Value]


@dataclass(frozen=True)
class Column:
    """One column. ``title`` and ``meaning`` are English, for :class:`language.Words` to say.

    ``list`` holds codes or names, ``amount`` a number whose unit stands in the row's ``unit``. ``categories``
    are the codes that may stand in it, each with what it is called; ``is_ordered`` where they are steps. It
    is ``width`` letters wide in the workbook (0: it is not there); ``is_data`` where it is among open data.
    ``refers_to`` names the table whose column of the same name, or of the name after the point, it points
    to.
    """

    name: str
    kind: Kind
    title: str
    meaning: str
    width: int = 0
    categories: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    is_ordered: bool = False
    is_data: bool = True
    refers_to: str = ""


@dataclass(frozen=True)
class RoundTable:
    """A table; ``key`` names the columns that tell its rows apart. A value that a row lacks is not known."""

    name: str
    title: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def data_columns(self) -> tuple[Column, ...]:
        """Those of open data."""
        return tuple(column for column in self.columns if column.is_data)

    @property
    def sheet_columns(self) -> tuple[Column, ...]:
        """Those of the workbook."""
        return tuple(column for column in self.columns if column.width)
