"""Counts that an evaluation is made of, each by one select over whole sets; no rule of judgement is in here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from data.records import Round
from data.store import Store

SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True)
class AnswerCount:
    """How many expected bodies of one level gave one answer about one principle, on one basis, with or without evidence."""

    principle: int
    level: str
    rating: int | None
    not_assessable: bool
    basis: str | None
    with_evidence: bool
    bodies: int


@dataclass(frozen=True)
class Moves:
    """Paired bodies of a principle that rate higher, the same and lower than their predecessors did."""

    up: int
    same: int
    down: int


@cache
def query(name: str) -> str:
    """A select of its own file in ``data/sql``."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def rounds(store: Store) -> list[Round]:
    """All rounds, oldest first."""
    found = store.rows(
        "select round, term, kind, status, period_from, period_to, opens_on, closes_on, answers_due_on from rounds order by period_from, period_to, round"
    )
    return [Round(*row) for row in found]


def previous_round(store: Store, round_key: str) -> str | None:
    """The latest round before this one that was held, that is, opened or answered by anybody whose answer counts; or None."""
    earlier = store.rows(
        "select p.round, p.status from round_days r join round_days p on p.opening_day < r.opening_day"
        " where r.round = $round order by p.opening_day desc",
        round=round_key,
    )
    answered = "select 1 from counted_assessments where round = $round limit 1"
    return next((key for key, status in earlier if status != "planned" or store.rows(answered, round=key)), None)


def expected_counts(store: Store, round_key: str) -> dict[str, int]:
    """Expected bodies by level."""
    return dict(store.rows("select level, count(*) from expected_bodies where round = $round group by level", round=round_key))


def answer_counts(store: Store, round_key: str) -> list[AnswerCount]:
    """What the expected bodies answered, counted."""
    return [AnswerCount(*row) for row in store.rows(query("answer_counts"), round=round_key)]


def moves(store: Store, round_key: str, previous: str) -> dict[int, Moves]:
    """By principle, the bodies paired with themselves or their predecessors in the previous round."""
    found = store.rows(query("moves"), round=round_key, previous=previous)
    return {principle: Moves(up, same, down) for principle, up, same, down in found}


def themes(store: Store, round_key: str) -> dict[int, dict[str, int]]:
    """By principle, how many counted assessments carry each theme."""
    return _nested(store.rows(query("themes"), round=round_key))


def evidence(store: Store, round_key: str) -> dict[int, dict[str, int]]:
    """By principle, how many counted assessments point to each consultation."""
    return _nested(store.rows(query("evidence"), round=round_key))


def norms(store: Store, day: date) -> dict[str, float]:
    """The norms in force on a day: of each, the one with the latest date. A share may be given in per cent."""
    found = store.rows(
        "select norm, arg_max(if(unit = '%', value / 100, value), applies_from) from norms where applies_from <= $day group by norm",
        day=day,
    )
    return dict(found)


def titles(store: Store, day: date) -> dict[int, tuple[str, str]]:
    """Each principle's Danish and English title as worded on a day, or as first worded where that was later."""
    found = store.rows(query("titles"), day=day)
    return {principle: (danish, english) for principle, danish, english in found}


def overrides(store: Store, round_key: str) -> Mapping[int, tuple[str, str]]:
    """By principle, the verdict that the secretary put in the proposed one's place, and the reason."""
    found = store.rows(
        "select cast(principle as integer), verdict_override, override_reason from conclusions"
        " where round = $round and verdict_override is not null",
        round=round_key,
    )
    return {principle: (verdict, reason) for principle, verdict, reason in found}


def _nested(rows: list[tuple[int, str, int]]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    for principle, name, number in rows:
        found.setdefault(principle, {})[name] = number
    return found
