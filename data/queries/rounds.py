"""Evaluation rounds in their order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from data.models import Round
from data.record_source import RecordSource, with_steps
from language import local_day


def oldest_first(store: RecordSource) -> list[Round]:
    """All rounds, oldest first."""
    rows = store.rows(
        f"{with_steps(store, ('rounds',))} select r.round, r.term, r.kind, r.status, r.period_from,"
        " r.period_to, r.opens_on, r.closes_on, r.answers_due_on, r.municipality, c.closed_at from rounds r"
        " left join closings c on c.round = r.round order by r.period_from, r.period_to, r.round"
    )
    return [_round(*row) for row in rows]


def _round(*values: Any) -> Round:
    """A round of its columns; it closed on the day of its closing, else on the day it was to close."""
    *columns, municipality, closed_at = values
    each = replace(Round(*columns), municipality=municipality)
    if closed_at:
        return replace(each, closed_on=local_day(closed_at))
    return replace(each, closed_on=each.closes_on if each.status == "closed" else None)


def previous(store: RecordSource, round_key: str) -> str | None:
    """The latest round before this one that was held, that is, opened or answered by anybody whose answer
    counts; or None.
    """
    return previous_of(store, (round_key,)).get(round_key)


def previous_of(source: RecordSource, round_keys: Sequence[str]) -> dict[str, str]:
    """The same of several rounds by their keys; one that none was held before is left out."""
    rows = source.rows(
        f"{with_steps(source, ('round_days',))} select r.round, p.round as earlier, p.status"
        " from round_days r"
        " join round_days p on p.municipality = r.municipality and p.opening_day < r.opening_day"
        " where r.round in (select unnest(cast($rounds as varchar[]))) order by r.round, p.opening_day desc",
        rounds=list(round_keys),
    )
    is_planned = {earlier: status == "planned" for _, earlier, status in rows}
    answered = answered_among(source, [key for key, planned in is_planned.items() if planned])
    rounds_held = [
        (key, earlier) for key, earlier, _ in rows if not is_planned[earlier] or earlier in answered
    ]
    return dict(reversed(rounds_held))


def answered_among(source: RecordSource, round_keys: Sequence[str]) -> set[str]:
    """Those of some rounds that anybody answered whose answer counts."""
    if not round_keys:
        return set()
    rows = source.rows(
        "select distinct round from counted_assessments where round in"
        " (select unnest(cast($rounds as varchar[])))",
        rounds=list(round_keys),
    )
    return {key for (key,) in rows}
