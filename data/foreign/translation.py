"""A foreign table as exchange rows, by its profile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.errors import RecordProblem
from data.foreign.profile import Profile
from data.foreign.proposal import KnownWords
from data.foreign.sheet import ForeignTable
from data.ingest.csv_file import SourceTable
from data.schema import Table


@dataclass(frozen=True)
class Translation:
    """Exchange tables in the order in which they are taken in, whose errors point at the foreign file
    (:class:`data.ingest.csv_file.Origin`); problems of single cells that no exchange row could carry; the
    columns without a place; and by row of the first table the texts that tell its consultation again.
    """

    tables: Sequence[tuple[Table, SourceTable]]
    problems: Sequence[RecordProblem]
    unplaced: Sequence[str]
    identities: Mapping[int, str]


def translate(
    table: ForeignTable, profile: Profile, known: KnownWords, *, keys: Mapping[str, str]
) -> Translation:
    """The rows in exchange form. ``keys`` gives the consultation's key for an identity that was taken in
    before; others get a free key made of year and title.

    Rows of parts and events are grouped by identity. A cell that can't be read is a problem of its row and is
    left out of it, so that the row can be shown. 0 is zero, an empty cell, "-" and "ukendt" are not known,
    each told apart.
    """
    raise NotImplementedError
