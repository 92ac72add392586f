"""When records were changed, by whom, and from what to what."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from data import drafts
from data.database import Store
from data.models import HistoryEntry


def last_changed_on(store: Store) -> date | None:
    """The day of the newest change, or None."""
    day: date | None = store.rows("select cast(max(happened_at) as date) from history")[0][0]
    return day


def of_record(store: Store, kind: str, record: str) -> list[HistoryEntry]:
    """What was done to one record, newest first."""
    rows = store.rows(
        "select happened_at, who, action, before, after from history where kind = $kind and record = $record"
        " order by entry desc",
        kind=kind,
        record=record,
    )
    return [HistoryEntry(*row) for row in rows]


def set_aside(store: Store, record: str) -> list[HistoryEntry]:
    """What was written about an assessment, never saved, and set aside when another answer was submitted;
    newest first. What it said is ``after``.
    """
    rows = store.rows(
        "select happened_at, who, 'set_aside', null, before from history where kind = $kind and record ="
        " $record order by entry desc",
        kind=drafts.SET_ASIDE,
        record=record,
    )
    return [HistoryEntry(*row) for row in rows]


@dataclass(frozen=True)
class Saving:
    """All that one person wrote at once: it bears one moment (UTC)."""

    happened_at: datetime
    who: str


@dataclass(frozen=True)
class Written:
    """What a command wrote: its first and last entry, None where it wrote none, and the table and key of each
    record that it changed, in that order.
    """

    entries: tuple[int, int] | None
    records: Sequence[tuple[str, str]]


def written_since(store: Store, version: int, who: str) -> Written:
    """What somebody has written since the register's version was this one."""
    rows = store.rows(
        "select kind, record, min(entry), max(entry) from history where entry > $version and who = $who"
        " group by kind, record order by min(entry)",
        version=version,
        who=who,
    )
    if not rows:
        return Written(None, ())
    entries = min(row[2] for row in rows), max(row[3] for row in rows)
    return Written(entries, [(kind, key) for kind, key, *_ in rows])


@dataclass(frozen=True)
class SavedChange:
    """What a saving did to one record: as it was ``before`` and ``after`` it, and as it is ``now``; None
    where there was, or is, none.
    """

    kind: str
    record: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    now: Mapping[str, Any] | None


def newest_saving(store: Store, kind: str, record: str) -> Saving | None:
    """The saving that a record was last written in; None where the history has nothing of it."""
    rows = store.rows(
        "select happened_at, who from history where kind = $kind and record = $record"
        " order by entry desc limit 1",
        kind=kind,
        record=record,
    )
    return Saving(*rows[0]) if rows else None


def changes_of(store: Store, saving: Saving) -> list[SavedChange]:
    """What a saving did, in the order in which it was written."""
    rows = store.rows(
        """select h.kind, h.record, h.before, h.after, n.after as now
        from history h
        join history n on n.kind = h.kind and n.record = h.record
        where h.happened_at = $happened_at and h.who = $who and h.action in ('created', 'changed', 'removed')
        qualify row_number() over (partition by h.entry order by n.entry desc) = 1
        order by h.entry""",
        happened_at=saving.happened_at,
        who=saving.who,
    )
    return [SavedChange(kind, record, *map(_record, versions)) for kind, record, *versions in rows]


def _record(text: str | None) -> Mapping[str, Any] | None:
    record: Mapping[str, Any] | None = json.loads(text) if text else None
    return record
