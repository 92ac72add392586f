"""The log of events, searched."""

from datetime import datetime
from typing import NamedTuple

from data.database import Store
from data.queries.change_search import Search

_HITS = """
from audit_events
where ($person = '' or person = $person)
    and ($kind = '' or action = $kind)
    and happened_at >= $first and happened_at < $end
    and ($text = '' or contains(lower(concat_ws(' ', person, subject, note)), $text))
"""


class Event(NamedTuple):
    """One event as it is kept; ``roles`` are joined by semicolons."""

    happened_at: datetime
    person: str
    roles: str
    action: str
    subject: str
    outcome: str
    note: str


def count(store: Store, search: Search) -> int:
    """How many events there are."""
    return int(store.rows(f"select count(*) {_HITS}", **search.values)[0][0])


def page(store: Store, search: Search, rows: slice) -> list[Event]:
    """Some of the events, the newest first."""
    matches = store.rows(
        f"select happened_at, person, roles, action, subject, outcome, note {_HITS}"
        " order by entry desc limit $limit offset $offset",
        **search.values,
        limit=rows.stop - rows.start,
        offset=rows.start,
    )
    return [Event(*row) for row in matches]


def people(store: Store) -> list[str]:
    """Everybody who has done anything, by name; the program itself has none."""
    return [
        name
        for (name,) in store.rows(
            "select distinct person from audit_events where person <> '' order by person"
        )
    ]


def actions(store: Store) -> list[str]:
    """The kinds of event that there are."""
    return [action for (action,) in store.rows("select distinct action from audit_events order by action")]
