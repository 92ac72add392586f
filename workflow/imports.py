"""A file of another system is taken in: previewed, stored as one import, and undone as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from data.database import Store
from data.errors import RecordProblem
from data.foreign.profile import Profile
from data.foreign.sheet import ForeignTable
from workflow.person import Person


@dataclass(frozen=True)
class RowPreview:
    """What a row of the file would become.

    ``row`` counts as a person counts in the file (with parts and events the first row of the group).
    ``state`` is ``new``, ``changed``, ``unchanged`` or ``rejected``; ``key`` the record that it is or will
    be. ``changes`` gives by field the stored value and the new one, as exchange text (None: not known).
    ``problems`` says why it is rejected, or what should be told of it (notices).
    """

    row: int
    state: str
    key: str
    title: str
    changes: Mapping[str, tuple[str | None, str | None]]
    problems: tuple[RecordProblem, ...] = ()


@dataclass(frozen=True)
class Duplicate:
    """A new row that is probably a record the register holds already, or another row of the file: its values
    side by side by field, the row's and the other's.
    """

    row: int
    other_key: str
    other_row: int | None
    values: Mapping[str, tuple[str | None, str | None]]


@dataclass(frozen=True)
class ImportPreview:
    """Everything that would happen, before anything is stored."""

    rows: Sequence[RowPreview]
    duplicates: Sequence[Duplicate]
    unplaced: Sequence[str]
    """The file's columns without a place: they are shown and not stored."""
    problems: Sequence[RecordProblem]
    """What is said of the file as a whole."""

    def count(self, state: str) -> int:
        """How many rows have a state."""
        return sum(row.state == state for row in self.rows)


@dataclass(frozen=True)
class ImportRecord:
    """One import: who took in which file when (UTC), by which profile, and what became of its rows."""

    number: int
    imported_at: datetime
    who: str
    file: str
    sha256: str
    profile: str
    new: int
    changed: int
    unchanged: int
    rejected: int
    undone_at: datetime | None = None
    undone_by: str | None = None


@dataclass(frozen=True)
class UndoOutcome:
    """What undoing did: how many records were taken away or set back, and those that people have edited
    since, which stay as they are (key and title).
    """

    undone: int
    kept: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class ImportRequest:
    """What is to be taken in, and how. ``merges`` says by row which stored consultation it is (a duplicate
    that a person merged; empty: a new one all the same). With a rejected row nothing is stored, unless
    ``accept_valid``.
    """

    table: ForeignTable
    profile: Profile
    sha256: str
    accept_valid: bool = False
    merges: Mapping[int, str] = field(default_factory=dict)


def preview_import(store: Store, request: ImportRequest) -> ImportPreview:
    """What would become of each row. Nothing is written."""
    raise NotImplementedError


def import_table(
    store: Store, person: Person, request: ImportRequest, *, imported_at: datetime
) -> ImportRecord:
    """Take the rows in, in one transaction, as one import with its history. The profile is kept by its name.
    A row that the file lacks deletes nothing.

    Raises :class:`data.errors.CommandRefused` where nothing could be taken in.
    """
    raise NotImplementedError


def undo_import(store: Store, person: Person, number: int, *, undone_at: datetime) -> UndoOutcome:
    """Set everything back that an import wrote and nobody has edited since. Raises
    :class:`data.errors.CommandRefused` where it is undone already.
    """
    raise NotImplementedError


def imports(store: Store) -> list[ImportRecord]:
    """All imports, newest first."""
    raise NotImplementedError


def profiles(store: Store) -> list[Profile]:
    """The kept profiles by name."""
    raise NotImplementedError
