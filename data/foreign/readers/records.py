"""Nested records as tables: what lies within is named ``outer/inner``, a list of records is a table of its
own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from data.foreign.readers.cell_text import cell_text

REFERENCES = ("id", "uuid", "reference", "ref", "slug", "key", "(key)", "nummer", "sagsnummer")
TITLES = ("title", "titel", "name", "navn", "title/da", "name/da", "title/en")
BETWEEN = "; "


@dataclass
class Table:
    """The columns in the order in which they first came, and a cell by column of each row."""

    columns: dict[str, None] = field(default_factory=dict)
    rows: list[dict[str, str]] = field(default_factory=list)


class Tables:
    """Tables by the place of their records in the file."""

    def __init__(self) -> None:
        self._tables: dict[str, Table] = {}

    def add(self, path: str, record: Mapping[str, Any], parent: Mapping[str, str] | None = None) -> None:
        """One record, and the records in the lists within it; ``parent`` tells to whom it belongs."""
        table = self._tables.setdefault(path, Table())
        row = dict(parent or {})
        lists: dict[str, Sequence[Any]] = {}
        _flatten(record, "", row, lists)
        table.rows.append(row)
        table.columns.update(dict.fromkeys(row))
        own = _parent_cells(row, len(table.rows))
        for name, records in lists.items():
            for each in records:
                self.add(f"{path}/{name}" if path else name, each, own)

    def __len__(self) -> int:
        return len(self._tables)

    def rows(self) -> Iterator[tuple[str, Iterator[list[str]]]]:
        """The name of each table, and its rows, the names of the columns first."""
        for path, table in self._tables.items():
            yield path, _rows(table)


def _rows(table: Table) -> Iterator[list[str]]:
    columns = list(table.columns)
    yield columns
    for row in table.rows:
        yield [row.get(column, "") for column in columns]


def _flatten(
    value: Mapping[str, Any], prefix: str, row: dict[str, str], lists: dict[str, Sequence[Any]]
) -> None:
    for key, inner in value.items():
        name = cell_text(f"{prefix}{key}")
        if isinstance(inner, dict):
            if inner:
                _flatten(inner, f"{name}/", row, lists)
            else:
                row[name] = ""
        elif isinstance(inner, list):
            records = [each for each in inner if isinstance(each, dict)]
            if records:
                lists[name] = records
            if len(records) < len(inner) or not inner:
                row[name] = BETWEEN.join(text for each in _plain_values(inner) if (text := cell_text(each)))
        else:
            row[name] = cell_text(inner)


def _plain_values(values: Sequence[Any]) -> Iterator[Any]:
    for each in values:
        if isinstance(each, list):
            yield from _plain_values(each)
        elif not isinstance(each, dict):
            yield each


def _parent_cells(row: Mapping[str, str], number: int) -> dict[str, str]:
    """What tells a record to the rows of its lists: its reference (its number where it has none), its title,
    and its own parent's.
    """
    by_name = {name.lower(): name for name in row if not name.startswith("parent/")}
    reference = next((by_name[name] for name in REFERENCES if row.get(by_name.get(name, ""))), None)
    reference = reference or next(
        (name for low, name in by_name.items() if low.endswith("_id") and row[name]), None
    )
    title = next((by_name[name] for name in TITLES if row.get(by_name.get(name, ""))), None)
    cells = {f"parent/{reference}": row[reference]} if reference else {"parent/row": str(number + 1)}
    if title:
        cells[f"parent/{title}"] = row[title]
    return cells | {f"parent/{name}": text for name, text in row.items() if name.startswith("parent/")}
