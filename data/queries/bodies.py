"""Committees and centres: who is asked, what they are called, whom they took over from."""

from collections.abc import Sequence
from typing import Any

from data.database import Store
from data.models import Body
from data.queries.read import split_keys


def expected(store: Store, round_key: str) -> list[Body]:
    """The bodies asked in a round: committees first, then centres, each in Danish alphabetical order."""
    rows = store.rows(
        "select b.body, b.level, b.name, b.active_from, b.active_to, b.email from expected_bodies e"
        " join bodies b using (body) where e.round = $round order by b.level = 'centre', b.name collate da",
        round=round_key,
    )
    return [_body(row) for row in rows]


def names(store: Store) -> dict[str, str]:
    """Every body's name by key."""
    return dict(store.rows("select body, name from bodies order by level = 'centre', name collate da"))


def keys_by_level(store: Store) -> dict[str, list[str]]:
    """The keys of all bodies, those that have ended too, by level and in Danish alphabetical order of
    their names.
    """
    keys: dict[str, list[str]] = {"committee": [], "centre": []}
    for body, level in store.rows("select body, level from bodies order by name collate da"):
        keys[level].append(body)
    return keys


def lineage(store: Store, body: str) -> set[str]:
    """A body and all those it took over from, directly or through others."""
    rows = store.rows(
        "with recursive own as (select $body as body union select s.predecessor from own o join"
        " body_successions s using (body)) select body from own",
        body=body,
    )
    return {row[0] for row in rows}


def with_predecessors(store: Store) -> list[tuple[Body, tuple[str, ...]]]:
    """Every body, those that have ended too, in the organisation's order, with the keys of those it took
    over from.
    """
    rows = store.rows(
        "select body, level, name, active_from, active_to, email, succeeds from exchange_bodies"
        " order by level = 'centre', name collate da"
    )
    return [(_body(row[:-1]), split_keys(row[-1])) for row in rows]


def expected_counts(store: Store, round_key: str) -> dict[str, int]:
    """Expected bodies by level."""
    return dict(
        store.rows(
            "select level, count(*) from expected_bodies where round = $round group by level", round=round_key
        )
    )


def levels(store: Store) -> dict[str, str]:
    """``committee`` or ``centre`` by the key of every body."""
    return dict(store.rows("select body, level from bodies"))


def _body(row: Sequence[Any]) -> Body:
    """Its columns in the order of :class:`Body`, the addresses as they are stored."""
    key, level, name, active_from, active_to, email = row
    return Body(key, level, name, active_from, active_to, split_keys(email))
