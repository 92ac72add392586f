"""Visits of people who signed in: begun, seen again, ended.

They are no records: nothing of them is exported, and they leave no history. A visit is known by a hash of
what the provider said, so that what lies here lets nobody in.
"""

from datetime import datetime, timedelta

from data.database import Store

SEEN_EVERY = timedelta(minutes=1)
"""A visit is noted as seen at most so often: a look at a page needn't write."""
KEPT = timedelta(days=90)
"""Ended visits are forgotten after so long."""
_GOES_ON = "ended_at is null and last_seen_at between $earliest and $latest"


def is_open(store: Store, visit: str, *, idle: timedelta, now: datetime) -> bool | None:
    """Whether a visit goes on at a moment (UTC): it was not ended, and was seen within ``idle``. One that was
    seen further ahead than that, by a clock that was wrong, is over. None where it has not begun.
    """
    rows = store.rows(
        f"select {_GOES_ON} from sign_ins where visit = $visit", visit=visit, **_around(now, idle)
    )
    return bool(rows[0][0]) if rows else None


def begin(store: Store, visit: str, person: tuple[str, str], now: datetime) -> bool:
    """A visit of a ``person``: the provider's own number of them, and their name. False where it has begun
    already.
    """
    subject, name = person
    with store.transaction() as cursor:
        cursor.execute("delete from sign_ins where last_seen_at < $day", {"day": now - KEPT})
        rows = cursor.execute(
            "insert or ignore into sign_ins values ($visit, $subject, $name, $now, $now, null)"
            " returning visit",
            {"visit": visit, "subject": subject, "name": name, "now": now},
        ).fetchall()
    return bool(rows)


def note_seen(store: Store, visit: str, now: datetime) -> None:
    """Somebody is there; written at most every minute, and where the clock was set back."""
    lately = {"visit": visit, "since": now - SEEN_EVERY, "now": now}
    if store.rows(
        "select 1 from sign_ins where visit = $visit and not (last_seen_at between $since and $now)", **lately
    ):
        with store.transaction() as cursor:
            cursor.execute(
                "update sign_ins set last_seen_at = $now where visit = $visit", {"visit": visit, "now": now}
            )


def end(store: Store, visit: str, now: datetime) -> None:
    """End one visit."""
    with store.transaction() as cursor:
        cursor.execute(
            "update sign_ins set ended_at = $now where visit = $visit and ended_at is null",
            {"visit": visit, "now": now},
        )


def end_all(store: Store, subject: str, now: datetime) -> int:
    """End every visit of a person, wherever it is; gives how many were open."""
    with store.transaction() as cursor:
        rows = cursor.execute(
            "update sign_ins set ended_at = $now where subject = $subject and ended_at is null returning"
            " visit",
            {"subject": subject, "now": now},
        ).fetchall()
    return len(rows)


def open_visits(store: Store, *, idle: timedelta, now: datetime) -> list[tuple[str, str, datetime, datetime]]:
    """Visits that go on at a moment (UTC), as :func:`is_open` says it of one: subject, name, begun and last
    seen (UTC), the newest first.
    """
    return store.rows(
        "select subject, name, signed_in_at, last_seen_at from sign_ins"
        f" where {_GOES_ON} order by last_seen_at desc, visit",
        **_around(now, idle),
    )


def _around(now: datetime, idle: timedelta) -> dict[str, datetime]:
    return {"earliest": now - idle, "latest": now + idle}
