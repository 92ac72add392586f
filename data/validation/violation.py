"""A rule that rows break, and the little that rules are made of."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from data.validation.snapshot import RegisterSnapshot
from language import Sentence


@dataclass(frozen=True)
class Violation:
    """Rows (a boolean per row) that break a rule, the column that shows it, and the sentence.

    ``which`` holds, by row, what the sentence names as ``{which}``. A *notice* is told but taken in all the
    same.
    """

    rows: pd.Series
    column: str
    reason: Sentence
    notice: bool = False
    which: Mapping[Hashable, object] = field(default_factory=dict)

    def reason_of(self, row: Hashable) -> Sentence:
        """The sentence for one row."""
        return (
            Sentence(self.reason.text, {**self.reason.values, "which": self.which[row]})
            if row in self.which
            else self.reason
        )


Rule = Callable[[pd.DataFrame, RegisterSnapshot], Iterator[Violation]]


def cell(cells: pd.DataFrame, column: str) -> pd.Series:
    """A column, all of it None where the file has no such column."""
    return cells[column] if column in cells else pd.Series(None, index=cells.index, dtype=object)


def filled(cells: pd.DataFrame, column: str) -> pd.Series:
    """Which rows have something in a column."""
    return cell(cells, column).notna()


def after(cells: pd.DataFrame, earlier: str, later: str) -> pd.Series:
    """Where both dates are known and the first lies after the second (ISO dates sort as text)."""
    return (
        filled(cells, earlier)
        & filled(cells, later)
        & (cell(cells, earlier).fillna("") > cell(cells, later).fillna(""))
    )


def found_in(rows: Mapping[Hashable, object], cells: pd.DataFrame) -> pd.Series:
    """A boolean per row: whether the rule found anything in it."""
    return pd.Series([row in rows for row in cells.index], index=cells.index, dtype=bool)
