"""What the cells of a column look like: dates, numbers, addresses, words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from data.errors import UnreadableCell
from data.foreign.moments import looks_like_day, read_period
from data.foreign.plain_html import without_html
from data.foreign.profile import DayOrder
from data.foreign.unknown_words import says_nothing
from data.ingest.numbers import read_number
from data.ingest.qualified_numbers import read_qualified

LOOKED_AT = 200
"""So many different texts of a column tell what it holds."""
URL = re.compile(r"(https?://|www\.)\S+|/[\w./-]+|[\w-]+(\.[\w-]+)+(/\S*)?", re.IGNORECASE)
EMAIL = re.compile(r"\S+@\S+\.\w+")


@dataclass(frozen=True)
class ColumnContent:
    """A column's filled cells. Shares are of its different texts, None where it has none."""

    texts: tuple[str, ...]
    """The first different texts."""
    different: int
    filled: int
    rows: int

    @cached_property
    def days(self) -> float | None:
        """The share of dates."""
        return self._share(looks_like_day)

    @cached_property
    def numbers(self) -> float | None:
        """The share of numbers, with a word before them or without."""
        return self._share(_is_number)

    @cached_property
    def periods(self) -> float | None:
        """The share of texts with a first and a last day."""
        return self._share(lambda text: any(read_period(text, order) for order in DayOrder))

    @cached_property
    def figures(self) -> float | None:
        """The share of short texts with a figure that are no dates: what is meant as numbers."""
        return self._share(
            lambda text: len(text) <= 40 and bool(re.search(r"\d", text)) and not looks_like_day(text)
        )

    @cached_property
    def urls(self) -> float | None:
        """The share of addresses."""
        return self._share(lambda text: bool(URL.fullmatch(text)))

    @cached_property
    def wordy(self) -> float | None:
        """The share of texts with letters that are no date, no address and no e-mail address."""
        return self._share(_is_wordy)

    @cached_property
    def longest(self) -> int:
        """The length of the longest text."""
        return max((len(text) for text in self.texts), default=0)

    @property
    def is_unique(self) -> bool:
        """Whether every row has a text of its own."""
        return self.filled == self.rows == self.different and self.rows > 0

    @property
    def is_repeated(self) -> bool:
        """Whether rows share texts."""
        return self.different < self.filled

    def share(self, fits: Callable[[str], bool]) -> float | None:
        """The share of texts that fit."""
        return self._share(fits)

    def _share(self, fits: Callable[[str], bool]) -> float | None:
        return sum(fits(text) for text in self.texts) / len(self.texts) if self.texts else None


def content_of(column: "pd.Series[str]") -> ColumnContent:
    """What a column of text holds; cells that say nothing count as empty."""
    cells: Sequence[str] = column.tolist()
    counts = pd.Series(cells, dtype=object).value_counts(sort=False)
    filled = [(text, count) for text, count in counts.items() if not says_nothing(str(text))]
    texts = tuple(str(text).strip() for text, _ in filled[:LOOKED_AT])
    return ColumnContent(texts, len(filled), int(sum(count for _, count in filled)), len(cells))


def _is_number(text: str) -> bool:
    for read in (read_qualified, read_number):
        try:
            read(text)
        except UnreadableCell:
            continue
        return True
    return False


def _is_wordy(text: str) -> bool:
    plain = without_html(text)
    has_word = bool(re.search(r"[^\W\d_]{2}", plain))
    return (
        has_word
        and not EMAIL.fullmatch(plain)
        and not plain.startswith(("http://", "https://"))
        and not looks_like_day(plain)
    )
