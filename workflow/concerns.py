"""Of which bodies the things are that a command changes, from the command's arguments.

Each function gives the bodies of each thing: centre and committee of a consultation, the body of an answer. A
thing of nobody's, or of which nothing is known, is of no body: whoever writes for their own bodies alone may
not change it.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Protocol

from data import queries
from data.database import Store
from data.models import AssessmentPlace
from data.queries.history import Saving

Bodies = Collection[str]
OWNERS = ("centre", "committee")


class _Placed(Protocol):
    @property
    def place(self) -> AssessmentPlace: ...


class _Shared(Protocol):
    @property
    def values(self) -> Mapping[str, object]: ...


class _Survey(Protocol):
    @property
    def consultation(self) -> str: ...


class _Merge(Protocol):
    @property
    def kept(self) -> Mapping[str, str | None]: ...
    @property
    def other(self) -> Mapping[str, str | None]: ...


def of_place(_: Store, *, place: AssessmentPlace, **__: object) -> Iterator[Bodies]:
    """The body whose answer it is."""
    yield {place.body}


def of_rows(_: Store, rows: Collection[_Placed]) -> Iterator[Bodies]:
    """The bodies whose answers a form brings."""
    for row in rows:
        yield {row.place.body}


def of_consultation(store: Store, key: str, **_: object) -> Iterator[Bodies]:
    """Centre and committee of a consultation as it is stored."""
    yield from _stored(store, [key])


def of_change(store: Store, key: str, *, values: Mapping[str, object], **_: object) -> Iterator[Bodies]:
    """Those of a consultation as it is stored, and as it would be: nobody gives away what is theirs, or takes
    what is not.
    """
    yield from _before_and_after(store, [key], values)


def of_values(_: Store, values: Mapping[str, object]) -> Iterator[Bodies]:
    """Those of a new consultation."""
    yield _owners(values)


def of_survey(store: Store, survey: _Survey, *, read: _Survey | None = None) -> Iterator[Bodies]:
    """Those of the consultation whose participants answered."""
    keys = {survey.consultation} | ({read.consultation} if read else set())
    yield from _stored(store, sorted(keys))


def of_several(store: Store, change: _Shared, *, read: Collection[str]) -> Iterator[Bodies]:
    """Those of every consultation as it is stored, and as it would be."""
    yield from _before_and_after(store, read, change.values)


def of_merge(store: Store, merge: _Merge, **_: object) -> Iterator[Bodies]:
    """Those of both consultations."""
    yield from _stored(store, [str(merge.kept["consultation"]), str(merge.other["consultation"])])


def of_saving(store: Store, saving: Saving, **_: object) -> Iterator[Bodies]:
    """Those of everything that a saving changed."""
    for change in queries.history.changes_of(store, saving):
        for record in (change.before, change.after):
            if record is not None:
                yield from _of_record(store, record)


def _of_record(store: Store, record: Mapping[str, Any]) -> Iterator[Bodies]:
    if "centre" in record:
        yield _owners(record)
    elif key := record.get("consultation"):
        yield from _stored(store, [str(key)])
    else:
        yield {str(record["body"])} if record.get("body") else set()


def _before_and_after(store: Store, keys: Collection[str], values: Mapping[str, object]) -> Iterator[Bodies]:
    for row in _rows(store, keys):
        yield _owners(row)
        yield _owners({**row, **values})


def _stored(store: Store, keys: Collection[str]) -> Iterator[Bodies]:
    for row in _rows(store, keys):
        yield _owners(row)


def _rows(store: Store, keys: Collection[str]) -> list[Mapping[str, str | None]]:
    """The rows of these keys in their order; of one that the register does not hold, nothing is known."""
    rows = queries.exchange_rows.by_key(store, "consultations", keys)
    return [rows.get(key, {}) for key in keys]


def _owners(row: Mapping[str, object]) -> Bodies:
    return {str(row[name]) for name in OWNERS if row.get(name)}
