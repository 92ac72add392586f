"""What a row would change, field by field, worked out only where somebody looks."""

from collections.abc import Iterator, Mapping, Sequence

import duckdb
import pandas as pd

from data.schema import Table
from data.upsert import stored_columns

Pair = tuple[str | None, str | None]


class Changes(Mapping[str, Pair]):
    """By field the first record's value and the second's, as exchange text, of those fields where they
    differ (or where either is filled, where it ``is_whole``). Without a first record all of it is None.
    """

    __slots__ = ("_is_whole", "_names", "_new", "_old")

    def __init__(
        self,
        names: Sequence[str],
        old: Sequence[str | None] | None,
        new: Sequence[str | None],
        *,
        is_whole: bool = False,
    ) -> None:
        self._names, self._old, self._new, self._is_whole = names, old, new, is_whole

    def _pairs(self) -> dict[str, Pair]:
        old = self._old if self._old is not None else [None] * len(self._names)
        return {
            name: (before, after)
            for name, before, after in zip(self._names, old, self._new, strict=True)
            if before != after or (self._is_whole and before is not None)
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
    is_other = states.isin(["changed", "rejected"])
    old: dict[int, Sequence[str | None]] = {}
    if is_other.any():
        old = _rows(stored_columns(cursor, table, cells[is_other], names))
    new = _rows(cells.loc[states != "unchanged", names])
    return {row: Changes(names, old.get(row), values) for row, values in new.items()}


def _rows(cells: pd.DataFrame) -> dict[int, Sequence[str | None]]:
    return dict(zip(cells.index, cells.itertuples(index=False, name=None), strict=True))
