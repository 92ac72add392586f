"""What a round was when it closed, and the errata beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from data.database import Store
from data.models import Closing, Erratum
from data.record_source import RecordSource


@dataclass(frozen=True)
class FrozenText:
    """The two texts of a closed round with their SHA-256, apart from who closed it and when."""

    round: str
    sha256: str
    result: str
    details_sha256: str
    details: str


def of_round(store: Store, round_key: str) -> Closing | None:
    """What a round was when it closed, or None where nothing was frozen."""
    names = ", ".join(field.name for field in fields(Closing))
    rows = store.rows(f"select {names} from closings where round = $round", round=round_key)
    return Closing(*rows[0]) if rows else None


def frozen_texts(source: RecordSource, round_keys: Sequence[str]) -> dict[str, FrozenText]:
    """What is frozen of some rounds, by round; one of which nothing is frozen is left out."""
    names = ", ".join(field.name for field in fields(FrozenText))
    rows = source.rows(
        f"select {names} from closings where round in (select unnest(cast($rounds as varchar[])))",
        rounds=list(round_keys),
    )
    return {row[0]: FrozenText(*row) for row in rows}


def errata(store: Store, round_key: str) -> list[Erratum]:
    """The corrections of a closed round, oldest first."""
    names = ", ".join(field.name for field in fields(Erratum))
    return [
        Erratum(*values)
        for values in store.rows(
            f"select {names} from errata where round = $round order by noted_at, erratum", round=round_key
        )
    ]
