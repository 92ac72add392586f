"""Counts that an evaluation is made of, each by one select over whole sets; no rule of judgement is in here."""

from collections.abc import Iterable, Mapping
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


@dataclass(frozen=True)
class FactCount:
    """An indicator's counts: ``known`` consultations, how many of them are true (shares), the middle value (medians)."""

    known: int
    unknown: int
    true: int
    median: float | None


@cache
def query(name: str) -> str:
    """A select of its own file in ``data/sql``."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def rounds(store: Store) -> list[Round]:
    """All rounds, oldest first."""
    found = store.rows(
        "select round, term, kind, status, period_from, period_to, opens_on, closes_on from rounds order by period_from, period_to, round"
    )
    return [Round(*row) for row in found]


def previous_round(store: Store, round_key: str) -> str | None:
    """The round held before this one, or None."""
    found = store.rows("select previous_round from previous_rounds where round = $round", round=round_key)
    return found[0][0] if found else None


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


def fact_counts(
    store: Store, round_key: str, indicators: Iterable[str], window_default_days: float
) -> tuple[int, dict[str, FactCount]]:
    """The number of consultations in the round's period, and each indicator's counts over them in one scan."""
    names = list(indicators)
    columns = ", ".join(
        f"count({n}) filter ({n}_applies), count(*) filter ({n}_applies and {n} is null),"
        f" count(*) filter ({n}_applies and {n} > 0), median({n}) filter ({n}_applies)"
        for n in names
    )
    sql = f"with facts as ({query('facts')}) select count(*), {columns} from facts"
    row = store.rows(sql, round=round_key, window_default_days=window_default_days)[0]
    quads = (row[1 + 4 * i : 5 + 4 * i] for i in range(len(names)))
    return row[0], {name: FactCount(*quad) for name, quad in zip(names, quads, strict=True)}


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
