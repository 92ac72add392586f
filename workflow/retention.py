"""What is kept ends when its time is over."""

from contextlib import suppress
from datetime import datetime

from data import drafts
from data.audit import Action, AuditEvent, record
from data.database import Store
from data.errors import StoreError


def end_old_drafts(store: Store, now: datetime) -> int:
    """Throw away drafts that nobody has changed for :data:`data.drafts.KEPT`, at a moment in UTC; gives how
    many. That it was done is an event. Nothing is raised where the register can't be written: the next day
    tries again.
    """
    count = 0
    with suppress(StoreError):
        count = drafts.end_old(store, now)
    if count:
        record(store, AuditEvent(Action.DRAFT_EXPIRY, "", subject=f"drafts {count}"), at=now)
    return count
