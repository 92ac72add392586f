"""All that somebody saved at once is set back at once, apart from what others have changed since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data import queries
from data.database import Store
from data.errors import CommandRefused
from data.queries.history import SavedChange, Saving
from data.schema import TABLES
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import Cells, cell
from workflow.concerns import of_saving
from workflow.permission import Right, command
from workflow.person import Person

NOTHING_LEFT = N_("Nothing of it is left to undo: {names}. All of it has been changed since.")
CHANGED_SINCE = N_("It can't be undone any more: {names}. Somebody has changed it since.")
CLOSED_SINCE = N_("It can't be undone any more: the round {round} has been closed since.")
MOST_NAMES = 5


@dataclass(frozen=True)
class Undone:
    """How many records are as they were before, and the names of those that stay, as somebody has changed
    them since.
    """

    records: int
    kept: tuple[str, ...] = ()


@command(Right.REGISTER, of_saving)
def undo_saving(store: Store, person: Person, saving: Saving, *, all_or_none: bool = False) -> Undone:
    """Set back what a saving wrote. A record in which a value that it wrote is another one by now stays
    whole.

    Raises :class:`data.errors.CommandRefused` where nothing can be set back, and with ``all_or_none`` where
    anything can't; :class:`data.errors.ChangedMeanwhile` where somebody saves in the same moment.
    """
    changes = queries.history.changes_of(store, saving)
    _refuse_closed(store, changes)
    edited = [change for change in changes if _is_edited(change)]
    kept = tuple(dict.fromkeys(_names(store, edited)))
    if edited and (all_or_none or len(edited) == len(changes)):
        text = CHANGED_SINCE if all_or_none else NOTHING_LEFT
        raise CommandRefused(Sentence(text, {"names": in_a_list(kept)}))
    back = [change for change in changes if change not in edited]
    rows = [_row_back(store, change) for change in back if change.before is not None]
    removed_rows = [_row_away(store, change) for change in back if change.before is None]
    save_records(store, person.name, rows, removed_rows=removed_rows)
    return Undone(len(back), kept)


def in_a_list(names: Sequence[str]) -> str:
    """The first names as they stand in a sentence, and an ellipsis for the others."""
    quoted = [f"“{name}”" for name in names[:MOST_NAMES]]
    return ", ".join([*quoted, "…"] if len(names) > MOST_NAMES else quoted)


def _refuse_closed(store: Store, changes: Sequence[SavedChange]) -> None:
    closed = {each.key for each in queries.rounds.oldest_first(store) if each.status == "closed"}
    for change in changes:
        round_key = (change.after or change.before or {}).get("round")
        if round_key in closed:
            raise CommandRefused(Sentence(CLOSED_SINCE, {"round": str(round_key)}))


def _is_edited(change: SavedChange) -> bool:
    if change.before is None or change.after is None or change.now is None:
        return change.now != change.after
    return any(change.now.get(name) != change.after[name] for name in _written(change))


def _written(change: SavedChange) -> list[str]:
    """The columns in which a saving changed a record."""
    before, after = change.before or {}, change.after or {}
    return [name for name in TABLES[change.kind].names if before.get(name) != after.get(name)]


def _row_back(store: Store, change: SavedChange) -> RowChange:
    """A changed row with its former values, or a removed one whole."""
    table, before = TABLES[change.kind], change.before or {}
    if change.after is None:
        return RowChange(table.name, _exchanged(before, table.names))
    stored = queries.exchange_rows.row(store, table.name, _exchanged(before, table.key))
    required = [column.name for column in table.columns if column.required]
    unchanged = {name: (stored or {}).get(name) for name in (*table.key, *required)}
    return RowChange(table.name, {**unchanged, **_exchanged(before, _written(change))}, stored)


def _row_away(store: Store, change: SavedChange) -> RowChange:
    """The row that a saving made."""
    table = TABLES[change.kind]
    stored = queries.exchange_rows.row(store, table.name, _exchanged(change.after or {}, table.key))
    return RowChange(table.name, stored or _exchanged(change.after or {}, table.names), stored or {})


def _exchanged(record: Mapping[str, Any], names: Sequence[str]) -> Cells:
    return {name: _exchange_text(record.get(name)) for name in names}


def _exchange_text(value: object) -> str | None:
    """A value of the history as exchange text: three decimals get a nought, or they could be thousands."""
    if not isinstance(value, float):
        return cell(value)
    text = str(int(value)) if value.is_integer() else repr(value)
    return f"{text}0" if len(text.partition(".")[2]) == 3 else text


def _names(store: Store, changes: Sequence[SavedChange]) -> list[str]:
    """What people call the records: the title of the consultation that each is or belongs to, or the body."""
    titles, bodies = queries.consultations.titles(store), queries.bodies.names(store)
    names = []
    for change in changes:
        record = change.now or change.after or change.before or {}
        key = str(record.get("consultation") or "")
        names.append(bodies.get(str(record.get("body")), "") or titles.get(key, key) or change.record)
    return names
