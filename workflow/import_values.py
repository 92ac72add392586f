"""What is asked of an import, and what it would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.errors import CommandRefused, RecordProblem
from data.foreign.profile import Profile
from data.foreign.sheet import ForeignTable
from language import N_, Sentence

NEW, CHANGED, UNCHANGED, REJECTED = "new", "changed", "unchanged", "rejected"


@dataclass(frozen=True)
class RowPreview:
    """What a row of the file would become.

    ``row`` counts as a person counts in the file (with parts and events the first row of the group).
    ``state`` is ``new``, ``changed``, ``unchanged`` or ``rejected``; ``key`` the record that it is or will
    be. ``changes`` gives by field the stored value and the new one, as exchange text (None: not known); what
    a row changes in a further record (a group) has that record's name before the field.
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
    version: int = 0
    """The register's version that it was made of."""

    def count(self, state: str) -> int:
        """How many rows have a state."""
        return sum(row.state == state for row in self.rows)

    @property
    def rejected(self) -> dict[int, tuple[RecordProblem, ...]]:
        """By row why it is rejected."""
        return {
            row.row: tuple(problem for problem in row.problems if not problem.notice)
            for row in self.rows
            if row.state == REJECTED
        }


@dataclass(frozen=True)
class ImportRequest:
    """What is to be taken in, and how. ``merges`` says by row which stored consultation it is (a duplicate
    that a person merged; empty: a new one all the same). With a rejected row nothing is stored, unless
    ``accept_valid``. ``preview`` is what the person was shown for this very request: what would become
    something else by now is not stored.
    """

    table: ForeignTable
    profile: Profile
    sha256: str
    accept_valid: bool = False
    merges: Mapping[int, str] = field(default_factory=dict)
    preview: ImportPreview | None = field(default=None, compare=False, repr=False)


class PreviewOutdated(CommandRefused):
    """Somebody has saved something since the preview, and some ``rows`` would become something else."""

    def __init__(self, rows: Sequence[int]) -> None:
        super().__init__(
            Sentence(
                N_(
                    "Somebody has changed the register since you looked at the preview: row {rows} of the"
                    " file would become something else. Nothing was stored; look at the preview again."
                ),
                {"rows": tuple(str(row) for row in rows[:10])},
                plural=N_(
                    "Somebody has changed the register since you looked at the preview: {count} rows of the"
                    " file would become something else ({rows}). Nothing was stored; look at the preview"
                    " again."
                ),
                count=len(rows),
            )
        )
        self.rows = tuple(rows)
