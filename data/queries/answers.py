"""What the expected bodies answered in a round, one by one and counted."""

from dataclasses import dataclass

from data.database import Store
from data.models import Answer
from data.queries.read import sql


@dataclass(frozen=True)
class Moves:
    """Paired bodies of a principle that rate higher, the same and lower than their predecessors did."""

    up: int
    same: int
    down: int


@dataclass(frozen=True)
class AnswerCount:
    """How many expected bodies of one level gave one answer about one principle, on one basis, with or
    without evidence.
    """

    principle: int
    level: str
    rating: int | None
    not_assessable: bool
    basis: str | None
    with_evidence: bool
    bodies: int


def of_round(store: Store, round_key: str) -> tuple[Answer, ...]:
    """Every expected body's answer about each of the five principles, given or missing."""
    return tuple(Answer(*row) for row in store.rows(sql("answers"), round=round_key))


def counts(store: Store, round_key: str) -> list[AnswerCount]:
    """What the expected bodies answered, counted."""
    return [AnswerCount(*row) for row in store.rows(sql("answer_counts"), round=round_key)]


def moves(store: Store, round_key: str, previous: str) -> dict[int, Moves]:
    """By principle, the bodies paired with themselves or their predecessors in the previous round."""
    pairs = sorted(sources(store, round_key, previous))
    rows = store.rows(
        sql("moves"),
        round=round_key,
        previous=previous,
        bodies=[body for body, _ in pairs],
        sources=[source for _, source in pairs],
    )
    return {principle: Moves(up, same, down) for principle, up, same, down in rows}


def sources(store: Store, round_key: str, previous: str) -> set[tuple[str, str]]:
    """Each body expected in a round, with every body whose answers in the previous round are its earlier
    ones.

    Those are its own, where it was expected then, else those of the nearest it came from that were; and
    behind these, those of all it came from that were expected then and are not now.
    """
    now, before = _expected(store, round_key), _expected(store, previous)
    predecessors: dict[str, list[str]] = {}
    for body, predecessor in store.rows("select body, predecessor from body_successions"):
        predecessors.setdefault(body, []).append(predecessor)
    places = {(body, body, False) for body in now}
    queue = list(places)
    while queue:
        body, ancestor, is_beyond = queue.pop()
        steps = {(body, each, is_beyond or ancestor in before) for each in predecessors.get(ancestor, ())}
        queue.extend(steps - places)
        places |= steps
    return {(body, ancestor) for body, ancestor, is_beyond in places if not is_beyond or ancestor not in now}


def _expected(store: Store, round_key: str) -> set[str]:
    rows = store.rows("select body from expected_bodies where round = $round", round=round_key)
    return {body for (body,) in rows}
