"""When records were changed, by whom, and from what to what."""

from datetime import date

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
