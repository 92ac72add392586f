"""Changes of the organisation as rows to be written: a new body, a merger, a split, an end."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from data import queries
from data.store import Store
from data.writing import RowChange

LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ö": "oe", "ä": "ae", "ü": "u"})


def body_key(name: str, taken: set[str]) -> str:
    """A short key made of a name, different from those that are taken: ``Teknisk Udvalg`` gives
    ``teknisk-udvalg``.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower().translate(LETTERS)).strip("-")[:40] or "organ"
    return next(
        key for key in (plain, *(f"{plain}-{number}" for number in range(2, 10_000))) if key not in taken
    )


def added(store: Store, level: str, name: str, active_from: date | None) -> list[RowChange]:
    """A body that took over from none."""
    return _new(store, level, [name], active_from, ())


def merged(store: Store, bodies: Sequence[str], name: str, day: date) -> list[RowChange]:
    """Several bodies become one on a day; each of them ends the day before. One body alone is replaced by
    a new one.
    """
    return [
        *_new(store, _level(store, bodies[0]), [name], day, bodies),
        *(_ended(store, body, day) for body in bodies),
    ]


def split(store: Store, body: str, names: Sequence[str], day: date) -> list[RowChange]:
    """A body becomes several on a day, and ends the day before."""
    return [*_new(store, _level(store, body), names, day, (body,)), _ended(store, body, day)]


def _new(
    store: Store, level: str, names: Sequence[str], day: date | None, succeeds: Sequence[str]
) -> list[RowChange]:
    taken, rows = {body.key for body, _ in queries.bodies.with_predecessors(store)}, []
    for name in names:
        key = body_key(name, taken)
        taken.add(key)
        values = {
            "body": key,
            "level": level,
            "name": name,
            "active_from": str(day or ""),
            "succeeds": ";".join(sorted(succeeds)),
        }
        rows.append(RowChange("bodies", values))
    return rows


def _ended(store: Store, body: str, day: date) -> RowChange:
    read = queries.exchange_rows.row(store, "bodies", {"body": body})
    assert read is not None, body
    kept = {name: read[name] for name in ("body", "level", "name")}
    return RowChange("bodies", {**kept, "active_to": str(day - timedelta(days=1))}, read)


def _level(store: Store, body: str) -> str:
    return next(each.level for each, _ in queries.bodies.with_predecessors(store) if each.key == body)
