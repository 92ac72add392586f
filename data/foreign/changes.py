"""What a row would change, field by field, worked out only where somebody looks."""

from collections.abc import Iterator, Mapping, Sequence

import duckdb
import pandas as pd

from data.schema import Table
from data.upsert import stored_columns

Pair = tuple[str | None, str | None]


class Changes(Mapping[str, Pair]):
    """By field the first record's value and the second's, as exchange text, of those fields where they
    differ (or where either is filled, with ``all_filled``). Without a first record all of it is None.
    """

    __slots__ = ("_all_filled", "_names", "_new", "_old")

    def __init__(
        self,
        names: Sequence[str],
        old: Sequence[str | None] | None,
        new: Sequence[str | None],
        *,
        all_filled: bool = False,
    ) -> None:
        self._names, self._old, self._new, self._all_filled = names, old, new, all_filled

    def _pairs(self) -> dict[str, Pair]:
        old = self._old if self._old is not None else [None] * len(self._names)
        return {
            name: (before, after)
            for name, before, after in zip(self._names, old, self._new, strict=True)
            if before != after or (self._all_filled and before is not None)
        }

    def __getitem__(self, name: str) -> Pair:
        return self._pairs()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pairs())

    def __len__(self) -> int:
        return len(self._pairs())

    def __repr__(self) -> str:
        return repr(self._pairs())


def changes_by_row(
    cursor: duckdb.DuckDBPyConnection, table: Table, cells: pd.DataFrame, states: pd.Series
) -> dict[int, Changes]:
    """By row what it would change in the register as it is now; rows that change nothing are left out."""
    names = [name for name in cells.columns if name not in table.key]
    rows: dict[int, Changes] = {}
    stored = stored_columns(cursor, table, cells[states != "new"], names) if (states != "new").any() else None
    if stored is not None:
        old = dict(zip(stored.index, stored.to_numpy(dtype=object), strict=True))
    for row, state, new in zip(cells.index, states, cells[names].to_numpy(dtype=object), strict=True):
        if state == "new":
            rows[int(row)] = Changes(names, None, new)
        elif state != "unchanged":
            rows[int(row)] = Changes(names, old[row], new)
    return rows
