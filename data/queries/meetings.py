"""The days on which bodies take up the evaluation."""

from datetime import date

from data.database import Store


def of_round(store: Store, round_key: str) -> dict[str, date]:
    """The day on which each body takes up the evaluation, by body; those without a day are left out."""
    return dict(
        store.rows(
            "select body, meets_on from meetings where round = $round and meets_on is not null",
            round=round_key,
        )
    )
