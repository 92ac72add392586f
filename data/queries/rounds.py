"""Evaluation rounds in their order."""

from dataclasses import replace
from typing import Any

from data.database import Store
from data.models import Round
from language import local_day


def oldest_first(store: Store) -> list[Round]:
    """All rounds, oldest first."""
    rows = store.rows(
        "select round, term, kind, status, period_from, period_to, opens_on, closes_on, answers_due_on,"
        " closed_at from rounds left join closings using (round) order by period_from, period_to, round"
    )
    return [_round(*row) for row in rows]


def _round(*values: Any) -> Round:
    """A round of its columns; it closed on the day of its closing, else on the day it was to close."""
    *columns, closed_at = values
    each = Round(*columns)
    if closed_at:
        return replace(each, closed_on=local_day(closed_at))
    return replace(each, closed_on=each.closes_on if each.status == "closed" else None)


def previous(store: Store, round_key: str) -> str | None:
    """The latest round before this one that was held, that is, opened or answered by anybody whose answer
    counts; or None.
    """
    earlier = store.rows(
        "select p.round, p.status from round_days r join round_days p on p.opening_day < r.opening_day"
        " where r.round = $round order by p.opening_day desc",
        round=round_key,
    )
    query = "select 1 from counted_assessments where round = $round limit 1"
    return next((key for key, status in earlier if status != "planned" or store.rows(query, round=key)), None)
