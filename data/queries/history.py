"""When records were changed, by whom, and from what to what. Confidential words are there for the
``readership`` alone; whoever names none reads none.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from data import drafts
from data.confidential import NOBODY, Readership, without_words
from data.database import Store
from data.models import HistoryEntry

ASSESSMENTS = "assessments"


def last_changed_on(store: Store) -> date | None:
    """The day of the newest change, or None."""
    day: date | None = store.rows("select cast(max(happened_at) as date) from history")[0][0]
    return day


def of_record(store: Store, kind: str, record: str, *, readership: Readership = NOBODY) -> list[HistoryEntry]:
    """What was done to one record, newest first."""
    rows = store.rows(
        "select happened_at, who, action, before, after from history where kind = $kind and record = $record"
        " order by entry desc",
        kind=kind,
        record=record,
    )
    entries = [HistoryEntry(*row) for row in rows]
    return _readable(store, entries, record, readership) if kind == ASSESSMENTS else entries


def set_aside(store: Store, record: str, *, readership: Readership = NOBODY) -> list[HistoryEntry]:
    """What was written about an assessment, never saved, and set aside when another answer was submitted;
    newest first. What it said is ``after``.
    """
    rows = store.rows(
        "select happened_at, who, 'set_aside', null, before from history where kind = $kind and record ="
        " $record order by entry desc",
        kind=drafts.SET_ASIDE,
        record=record,
    )
    return _readable(store, [HistoryEntry(*row) for row in rows], record, readership)


def is_confidential(store: Store, record: str) -> bool:
    """Whether the words of an assessment are confidential, or ever were: its history holds them all."""
    return bool(
        store.rows(
            """select 1 from assessments where assessment = $record and closed
            union all
            select 1 from history
            where kind in ($kind, $set_aside) and record = $record
                and 'true' in (before ->> '$.closed', after ->> '$.closed')
            limit 1""",
            record=record,
            kind=ASSESSMENTS,
            set_aside=drafts.SET_ASIDE,
        )
    )


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
    """What a saving did, in the order in which it was written; of confidential words nothing."""
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
    return [
        SavedChange(kind, record, *(_record(text, kind) for text in versions))
        for kind, record, *versions in rows
    ]


def body_of(record: str) -> str:
    """The body in the key of an assessment: round, body, principle."""
    return record.split(":")[1]


def _readable(
    store: Store, entries: list[HistoryEntry], record: str, readership: Readership
) -> list[HistoryEntry]:
    if readership.may_read(body_of(record)) or not is_confidential(store, record):
        return entries
    return [replace(each, before=_withheld(each.before), after=_withheld(each.after)) for each in entries]


def _withheld(text: str | None) -> str | None:
    return json.dumps(without_words(json.loads(text)), ensure_ascii=False) if text else text


def _record(text: str | None, kind: str) -> Mapping[str, Any] | None:
    record: dict[str, Any] | None = json.loads(text) if text else None
    return without_words(record) if record and kind == ASSESSMENTS and record.get("closed") else record
