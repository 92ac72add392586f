"""The secretary's conclusions and overrides."""

from collections.abc import Mapping, Sequence

from data.database import Store
from data.models import Conclusion
from data.record_source import RecordSource

Override = tuple[str, str]
"""A verdict and why it was put in another's place."""


def of_round(store: Store, round_key: str) -> dict[str, Conclusion]:
    """The conclusions of a round by principle."""
    rows = store.rows(
        "select principle, text, verdict_override, override_reason from conclusions where round = $round",
        round=round_key,
    )
    return {row[0]: Conclusion(*row) for row in rows}


def overrides(source: RecordSource, round_keys: Sequence[str]) -> Mapping[str, Mapping[int, Override]]:
    """By round and principle, the verdict that the secretary put in the proposed one's place, and the reason;
    a round without any is left out.
    """
    rows = source.rows(
        "select round, cast(principle as integer) as principle, verdict_override, override_reason"
        " from conclusions where round in (select unnest(cast($rounds as varchar[])))"
        " and verdict_override is not null",
        rounds=list(round_keys),
    )
    by_round: dict[str, dict[int, Override]] = {}
    for round_key, principle, verdict, reason in rows:
        by_round.setdefault(round_key, {})[principle] = (verdict, reason)
    return by_round
