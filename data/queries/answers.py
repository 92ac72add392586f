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
    rows = store.rows(sql("moves"), round=round_key, previous=previous)
    return {principle: Moves(up, same, down) for principle, up, same, down in rows}
