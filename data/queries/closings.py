"""What a round was when it closed, and the errata beside it."""

from dataclasses import fields

from data.database import Store
from data.models import Closing, Erratum


def of_round(store: Store, round_key: str) -> Closing | None:
    """What a round was when it closed, or None where nothing was frozen."""
    names = ", ".join(field.name for field in fields(Closing))
    rows = store.rows(f"select {names} from closings where round = $round", round=round_key)
    return Closing(*rows[0]) if rows else None


def errata(store: Store, round_key: str) -> list[Erratum]:
    """The corrections of a closed round, oldest first."""
    names = ", ".join(field.name for field in fields(Erratum))
    return [
        Erratum(*values)
        for values in store.rows(
            f"select {names} from errata where round = $round order by noted_at, erratum", round=round_key
        )
    ]
