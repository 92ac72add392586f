"""The history of all records, searched: who changed what, when, and in which roles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from data.confidential import Readership
from data.database import Store
from data.queries.history import IS_CONFIDENTIAL

FROZEN = "closings"
"""Its entries hold a whole evaluation, which is not searched."""


@dataclass(frozen=True)
class Search:
    """What is looked for; an empty text means everything. ``text`` is any part of any word, whatever its
    capitals; ``first`` and ``end`` are moments in UTC, the second no longer within it.
    """

    person: str = ""
    kind: str = ""
    text: str = ""
    first: datetime = datetime.min
    end: datetime = datetime.max

    @property
    def values(self) -> dict[str, Any]:
        """As the queries are given it."""
        return {
            "person": self.person,
            "kind": self.kind,
            "text": self.text.strip().lower(),
            "first": self.first,
            "end": self.end,
        }


@dataclass(frozen=True)
class Change:
    """One entry of the history. ``roles`` are those in which it was written, empty where no event says so;
    ``before`` and ``after`` are the record as JSON, None where there was none. What it says of an answer that
    is, or once was, confidential ``is_confidential``, and so is what somebody never saved.
    """

    entry: int
    happened_at: datetime
    who: str
    roles: tuple[str, ...]
    action: str
    kind: str
    record: str
    before: str | None
    after: str | None
    is_confidential: bool


_MATCHES = f"""
with matches as (
    select
        entry, happened_at, who, action, kind, record, before, after,
        {IS_CONFIDENTIAL} as is_confidential
    from history
    where ($person = '' or who = $person)
        and ($kind = '' or kind = $kind)
        and happened_at >= $first and happened_at < $end
),
readable as (
    select
        *,
        not is_confidential
            or $every_body
            or list_contains($bodies, split_part(record, ':', 2)) as is_readable
    from matches
),
hits as (
    select * from readable
    where $text = ''
        or contains(lower(who), $text)
        or contains(lower(record), $text)
        or (
            kind <> '{FROZEN}'
            and is_readable
            and contains(lower(concat_ws(' ', cast(before as varchar), cast(after as varchar))), $text)
        )
)
"""


def count(store: Store, search: Search, *, readership: Readership) -> int:
    """How many entries there are. Confidential words are searched for who may read them alone: else a search
    would tell what they are.
    """
    rows = store.rows(f"{_MATCHES} select count(*) from hits", **search.values, **_readers(readership))
    return int(rows[0][0])


def page(store: Store, search: Search, *, readership: Readership, rows: slice) -> list[Change]:
    """Some of the entries, the newest first. Of those with confidential words the record is withheld from
    who may not read them: neither before nor after it.
    """
    matches = store.rows(
        f"""{_MATCHES}, shown as (
            select * from hits order by entry desc limit $limit offset $offset
        )
        select s.*, case when s.entry <= e.last_entry then e.roles end as roles
        from shown s
        asof left join (select * from audit_events where first_entry is not null) e
            on s.who = e.person and s.entry >= e.first_entry
        order by s.entry desc""",
        **search.values,
        **_readers(readership),
        limit=rows.stop - rows.start,
        offset=rows.start,
    )
    return list(_changes(matches))


def people(store: Store) -> list[str]:
    """Everybody who has written anything, by name."""
    return [name for (name,) in store.rows("select distinct who from history order by who")]


def kinds(store: Store) -> list[str]:
    """The tables that anything was written in."""
    return [kind for (kind,) in store.rows("select distinct kind from history order by kind")]


def _readers(readership: Readership) -> dict[str, Any]:
    return {"every_body": readership.every_body, "bodies": sorted(readership.bodies)}


def _changes(rows: Iterable[tuple[Any, ...]]) -> Iterable[Change]:
    for entry, at, who, action, kind, record, before, after, is_confidential, is_readable, roles in rows:
        is_withheld = not is_readable or kind == FROZEN
        yield Change(
            entry,
            at,
            who,
            tuple(filter(None, (roles or "").split(";"))),
            action,
            kind,
            record,
            None if is_withheld else before,
            None if is_withheld else after,
            is_confidential,
        )
