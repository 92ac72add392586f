"""Evaluation rounds in their order."""

from data.database import Store
from data.models import Round


def with_consultations(store: Store) -> set[str]:
    """The rounds whose period holds any consultation."""
    return {row[0] for row in store.rows("select distinct round from round_consultations")}


def oldest_first(store: Store) -> list[Round]:
    """All rounds, oldest first."""
    rows = store.rows(
        "select round, term, kind, status, period_from, period_to, opens_on, closes_on, answers_due_on from"
        " rounds order by period_from, period_to, round"
    )
    return [Round(*row) for row in rows]


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
