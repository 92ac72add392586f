"""The secretary's conclusions and overrides."""

from collections.abc import Mapping

from data.database import Store
from data.models import Conclusion


def of_round(store: Store, round_key: str) -> dict[str, Conclusion]:
    """The conclusions of a round by principle."""
    rows = store.rows(
        "select principle, text, verdict_override, override_reason from conclusions where round = $round",
        round=round_key,
    )
    return {row[0]: Conclusion(*row) for row in rows}


def overrides(store: Store, round_key: str) -> Mapping[int, tuple[str, str]]:
    """By principle, the verdict that the secretary put in the proposed one's place, and the reason."""
    rows = store.rows(
        "select cast(principle as integer), verdict_override, override_reason from conclusions"
        " where round = $round and verdict_override is not null",
        round=round_key,
    )
    return {principle: (verdict, reason) for principle, verdict, reason in rows}
