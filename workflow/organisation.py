"""Changes of the organisation: a new body, another name or other years, a merger, a split."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data import queries
from data.database import Store
from data.errors import CommandRefused, RecordProblem
from data.models import Body
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import body_cells, cells
from workflow.keys import free_key
from workflow.permission import Right, command
from workflow.person import Person

NO_NAME = N_("Write the name. Nothing was changed.")
NO_BODIES = N_("The list holds no new committee or centre. Nothing was changed.")
NO_MERGER = N_("Choose the committees or centres and the day. Nothing was changed.")
TWO_LEVELS = N_("A committee and a centre cannot become one. Choose committees alone, or centres alone.")
NO_SPLIT = N_("Write at least two names, one on each line, and choose the day. Nothing was changed.")


@dataclass(frozen=True)
class NewBody:
    """A body to be added; ``active_from`` is None where nobody knows since when it exists, ``email`` is where
    it is written to.
    """

    level: str
    name: str
    active_from: date | None = None
    email: tuple[str, ...] = ()


@dataclass(frozen=True)
class Merger:
    """Several bodies, by their keys, that become one of this name on a day."""

    bodies: Sequence[str]
    name: str
    day: date | None


@dataclass(frozen=True)
class Split:
    """A body, by its key, that becomes several of these names on a day."""

    body: str
    names: Sequence[str]
    day: date | None


@command(Right.SET_UP)
def add_bodies(store: Store, person: Person, bodies: Sequence[NewBody]) -> list[RecordProblem]:
    """Bodies that took over from none, all or none of them; gives notices. Raises
    :class:`data.errors.CommandRefused` where there is none, or one has no name.
    """
    if not bodies:
        raise CommandRefused(Sentence(NO_BODIES))
    keys, rows = {body.key for body, _ in queries.bodies.with_predecessors(store)}, []
    for body in bodies:
        key = body_key(_named(body.name), keys)
        keys.add(key)
        values = cells(
            body=key,
            level=body.level,
            name=_named(body.name),
            active_from=body.active_from,
            email=body.email,
        )
        rows.append(RowChange("bodies", values))
    return save_records(store, person.name, rows)


@command(Right.SET_UP)
def change_body(store: Store, person: Person, *, body_before: Body, body_after: Body) -> list[RecordProblem]:
    """Another name or other years for a body; gives notices. Raises
    :class:`data.errors.CommandRefused` without a name, :class:`data.errors.ChangedMeanwhile`.
    """
    body_after = replace(body_after, name=_named(body_after.name))
    return save_records(
        store, person.name, [RowChange("bodies", body_cells(body_after), body_cells(body_before))]
    )


@command(Right.SET_UP)
def merge_bodies(store: Store, person: Person, merger: Merger) -> list[RecordProblem]:
    """Several bodies become one on a day; each of them ends the day before. One body alone is replaced by a
    new one.

    Gives notices. Raises :class:`data.errors.CommandRefused` where something is missing, or they are of two
    levels.
    """
    if not merger.bodies or merger.day is None:
        raise CommandRefused(Sentence(NO_MERGER))
    levels = {_body(store, key).level for key in merger.bodies}
    if len(levels) > 1:
        raise CommandRefused(Sentence(TWO_LEVELS))
    rows = _new(store, levels.pop(), [_named(merger.name)], merger.day, merger.bodies)
    rows += [_end(store, key, merger.day) for key in merger.bodies]
    return save_records(store, person.name, rows)


@command(Right.SET_UP)
def split_body(store: Store, person: Person, split: Split) -> list[RecordProblem]:
    """A body becomes several on a day, and ends the day before; gives notices. Raises
    :class:`data.errors.CommandRefused` without a day and two names.
    """
    names = [name.strip() for name in split.names if name.strip()]
    if len(names) < 2 or split.day is None:
        raise CommandRefused(Sentence(NO_SPLIT))
    rows = _new(store, _body(store, split.body).level, names, split.day, (split.body,))
    return save_records(store, person.name, [*rows, _end(store, split.body, split.day)])


def addresses(text: str) -> tuple[str, ...]:
    """The addresses that somebody typed, with semicolons, commas or spaces between them."""
    return tuple(dict.fromkeys(part for part in re.split(r"[;,\s]+", text) if part))


def body_key(name: str, keys: set[str]) -> str:
    """A short key made of a name, different from those that are taken: ``Teknisk Udvalg`` gives
    ``teknisk-udvalg``.
    """
    return free_key(name, keys, otherwise="organ")


def _new(
    store: Store, level: str, names: Sequence[str], day: date | None, succeeds: Sequence[str]
) -> list[RowChange]:
    keys, rows = {body.key for body, _ in queries.bodies.with_predecessors(store)}, []
    for name in names:
        key = body_key(name, keys)
        keys.add(key)
        values = cells(body=key, level=level, name=name, active_from=day, succeeds=sorted(succeeds))
        rows.append(RowChange("bodies", values))
    return rows


def _end(store: Store, key: str, day: date) -> RowChange:
    body = _body(store, key)
    return RowChange("bodies", body_cells(replace(body, active_to=day - timedelta(days=1))), body_cells(body))


def _body(store: Store, key: str) -> Body:
    return next(body for body, _ in queries.bodies.with_predecessors(store) if body.key == key)


def _named(name: str) -> str:
    if not name.strip():
        raise CommandRefused(Sentence(NO_NAME))
    return name.strip()
