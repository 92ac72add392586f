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
from language import local_day

ASSESSMENTS = "assessments"
ANSWERS = (ASSESSMENTS, drafts.SET_ASIDE)
"""The kinds of record that can hold confidential words."""
IS_CONFIDENTIAL = f"""(
    kind = '{drafts.SET_ASIDE}'
    or kind = '{ASSESSMENTS}' and record in (
        select assessment from assessments where closed
        union
        select record from history
        where kind in {ANSWERS}
            and 'true' in (before ->> '$.closed', after ->> '$.closed')
    )
)"""
"""Of an entry of the history, in a select from it: whether what it says is confidential. An assessment's is
where it is marked so or ever was, and so is what somebody never saved.
"""
_ENTRIES = f"""select {{columns}}, {IS_CONFIDENTIAL} from history
where kind = $kind and record = $record
order by entry desc"""


def last_changed_on(store: Store) -> date | None:
    """The Danish day of the newest change, or None."""
    moment = store.rows("select max(happened_at) from history")[0][0]
    return local_day(moment) if moment else None


def of_record(store: Store, kind: str, record: str, *, readership: Readership = NOBODY) -> list[HistoryEntry]:
    """What was done to one record, newest first."""
    query = _ENTRIES.format(columns="happened_at, who, action, before, after")
    return _readable(store.rows(query, kind=kind, record=record), record, readership)


def set_aside(store: Store, record: str, *, readership: Readership = NOBODY) -> list[HistoryEntry]:
    """What was written about an assessment, never saved, and set aside when another answer was submitted;
    newest first. What it said is ``after``.
    """
    query = _ENTRIES.format(columns="happened_at, who, 'set_aside', null, before")
    return _readable(store.rows(query, kind=drafts.SET_ASIDE, record=record), record, readership)


def is_confidential(store: Store, record: str) -> bool:
    """Whether the history of an assessment holds confidential words."""
    query = f"select 1 from history where record = $record and {IS_CONFIDENTIAL} limit 1"
    return bool(store.rows(query, record=record))


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


def _readable(rows: list[tuple[Any, ...]], record: str, readership: Readership) -> list[HistoryEntry]:
    entries = [(HistoryEntry(*columns), is_confidential) for *columns, is_confidential in rows]
    return [
        entry
        if not is_confidential or readership.may_read(body_of(record))
        else replace(entry, before=_withheld(entry.before), after=_withheld(entry.after))
        for entry, is_confidential in entries
    ]


def _withheld(text: str | None) -> str | None:
    return json.dumps(without_words(json.loads(text)), ensure_ascii=False) if text else text


def _record(text: str | None, kind: str) -> Mapping[str, Any] | None:
    record: dict[str, Any] | None = json.loads(text) if text else None
    return without_words(record) if record and kind == ASSESSMENTS and record.get("closed") else record
