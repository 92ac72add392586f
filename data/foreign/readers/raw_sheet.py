"""What a reader gives: a table's rows of text as they pass by, and what must be told of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from language import Sentence


@dataclass(frozen=True)
class RawSheet:
    """``rows`` has every row from the first, and can be gone through once."""

    name: str
    rows: Iterable[Sequence[str]]
    notices: Sequence[Sentence] = ()
