"""Committees and centres: who is asked, what they are called, whom they took over from."""

from collections.abc import Sequence
from typing import Any

from data.database import Store
from data.models import Body
from data.queries.read import split_keys
from data.record_source import RecordSource
from language.alphabet import alphabetical


def expected(store: Store, round_key: str) -> list[Body]:
    """The bodies asked in a round: committees first, then centres, each in Danish alphabetical order."""
    rows = store.rows(
        "select b.body, b.level, b.name, b.active_from, b.active_to, b.email from expected_bodies e"
        " join bodies b using (body) where e.round = $round order by b.level = 'centre', b.name collate da",
        round=round_key,
    )
    return [_body(row) for row in rows]


def names(store: RecordSource) -> dict[str, str]:
    """Every body's name by key: committees first, then centres, each in Danish alphabetical order."""
    rows = store.rows("select body, name, level from bodies order by name, body")
    ordered = sorted(rows, key=lambda row: (row[2] == "centre", alphabetical(row[1])))
    return {body: name for body, name, _ in ordered}


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


def expected_counts(source: RecordSource, round_keys: Sequence[str]) -> dict[str, dict[str, int]]:
    """Expected bodies by round and level."""
    counts: dict[str, dict[str, int]] = {round_key: {} for round_key in round_keys}
    rows = source.rows(
        "select round, level, count(*) as bodies from expected_bodies"
        " where round in (select unnest(cast($rounds as varchar[]))) group by round, level",
        rounds=list(round_keys),
    )
    for round_key, level, number in rows:
        counts[round_key][level] = number
    return counts


def expected_bodies(source: RecordSource, round_keys: Sequence[str]) -> dict[str, set[str]]:
    """The keys of the bodies expected in some rounds, by round."""
    keys: dict[str, set[str]] = {round_key: set() for round_key in round_keys}
    rows = source.rows(
        "select round, body from expected_bodies where round in (select unnest(cast($rounds as varchar[])))",
        rounds=list(round_keys),
    )
    for round_key, body in rows:
        keys[round_key].add(body)
    return keys


def levels(store: Store) -> dict[str, str]:
    """``committee`` or ``centre`` by the key of every body."""
    return dict(store.rows("select body, level from bodies"))


def _body(row: Sequence[Any]) -> Body:
    """Its columns in the order of :class:`Body`, the addresses as they are stored."""
    key, level, name, active_from, active_to, email = row
    return Body(key, level, name, active_from, active_to, split_keys(email))
