"""A whole import is undone, but for what people have changed since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from data import queries
from data.database import Store
from data.errors import CommandRefused
from data.undo import Undoing, note_undone, remove_marked, undo
from language import N_, Sentence
from workflow.permission import Right, command
from workflow.person import Person

NO_SUCH = N_("There is no import number {number}. Nothing was undone.")
UNDONE = N_("Import {number} was undone already, by {who}. Nothing was changed.")
NO_HISTORY = N_(
    "What import {number} changed is not in this register's history: it came here with exchange files."
    " Nothing was undone."
)


@dataclass(frozen=True)
class UndoOutcome:
    """What undoing did: how many consultations were taken away or set back (their groups and answers are
    theirs), and those that people have edited since, which stay as they are (key and title).
    """

    undone: int
    kept: Sequence[tuple[str, str]]


@command(Right.IMPORT)
def undo_import(store: Store, person: Person, number: int, *, undone_at: datetime) -> UndoOutcome:
    """Set everything back that an import wrote and nobody has edited since. A consultation that it made is
    taken away; one that something refers to is marked as removed. The same file can be taken in again
    afterwards. Raises :class:`data.errors.CommandRefused` where it is undone already.
    """
    with store.alone():
        record = next((each for each in queries.imports.newest_first(store) if each.number == number), None)
        if record is None:
            raise CommandRefused(Sentence(NO_SUCH, {"number": str(number)}))
        if record.undone_at is not None:
            raise CommandRefused(Sentence(UNDONE, {"number": str(number), "who": record.undone_by}))
        entries = queries.imports.entries(store, number)
        if entries is None:
            raise CommandRefused(Sentence(NO_HISTORY, {"number": str(number)}))
        undoing = Undoing(person.name, undone_at, entries)
        with store.transaction() as cursor:
            undone = undo(cursor, undoing)
            note_undone(cursor, number, undoing)
        remove_marked(store, undone.marked, person.name)
    return UndoOutcome(undone.consultations, undone.kept)
