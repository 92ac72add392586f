"""What the expected bodies answered in a round, one by one and counted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from data.database import Store
from data.models import Answer
from data.queries.bodies import expected_bodies
from data.queries.read import sql
from data.record_source import RecordSource


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


def counts(source: RecordSource, round_keys: Sequence[str]) -> dict[str, list[AnswerCount]]:
    """What the expected bodies of some rounds answered, counted, by round."""
    by_round: dict[str, list[AnswerCount]] = {round_key: [] for round_key in round_keys}
    for round_key, *values in source.rows(sql("answer_counts"), rounds=list(round_keys)):
        by_round[round_key].append(AnswerCount(*values))
    return by_round


def moves(source: RecordSource, previous: Mapping[str, str]) -> dict[str, dict[int, Moves]]:
    """By round and principle, the bodies paired with themselves or their predecessors in the previous round;
    ``previous`` names it by round.
    """
    successors = _successors(source, previous)
    rows = source.rows(
        sql("moves"),
        rounds=list(previous),
        previous_rounds=list(previous.values()),
        successor_rounds=[round_key for round_key, _, _ in successors],
        bodies=[body for _, body, _ in successors],
        sources=[earlier for _, _, earlier in successors],
    )
    by_round: dict[str, dict[int, Moves]] = {round_key: {} for round_key in previous}
    for round_key, principle, up, same, down in rows:
        by_round[round_key][principle] = Moves(up, same, down)
    return by_round


def _successors(source: RecordSource, previous: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Round, a body expected in it, and another whose answers in the previous round are its earlier ones."""
    predecessors: dict[str, list[str]] = {}
    for body, predecessor in source.rows("select body, predecessor from body_successions"):
        predecessors.setdefault(body, []).append(predecessor)
    if not predecessors:
        return []
    expected = expected_bodies(source, [*previous, *previous.values()])
    return [
        (round_key, body, earlier)
        for round_key, before in previous.items()
        for body, earlier in sorted(earlier_bodies(expected[round_key], expected[before], predecessors))
        if body != earlier
    ]


def earlier_bodies(
    now: Collection[str], before: Collection[str], predecessors: Mapping[str, Sequence[str]]
) -> set[tuple[str, str]]:
    """Each body expected now, with every body whose answers before are its earlier ones.

    Those are its own, where it was expected then, else those of the nearest it came from that were; and
    behind these, those of all it came from that were expected then and are not now.
    """
    places = {(body, body, False) for body in now}
    queue = list(places)
    while queue:
        body, ancestor, is_beyond = queue.pop()
        steps = {(body, each, is_beyond or ancestor in before) for each in predecessors.get(ancestor, ())}
        queue.extend(steps - places)
        places |= steps
    return {(body, ancestor) for body, ancestor, is_beyond in places if not is_beyond or ancestor not in now}
