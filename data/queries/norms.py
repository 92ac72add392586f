"""Norms through time, and those in force on a day."""

from collections.abc import Sequence
from datetime import date

from data.database import Store
from data.models import Norm
from data.queries.read import JudgingDay, judging_values, sql
from data.record_source import OWN, RecordSource, with_steps


def dated(store: Store) -> list[Norm]:
    """All norms, by name and date; what is written in per cent comes as a share."""
    return [
        Norm(*row)
        for row in store.rows(
            "select norm, if(unit = '%', value / 100, value), if(unit = '%', 'share', unit), applies_from,"
            " source from norms order by norm, applies_from"
        )
    ]


def in_force(store: RecordSource, day: date) -> dict[str, float]:
    """The norms in force on a day: of each, the one with the latest date. A share may be given in per
    cent.
    """
    return in_force_on(store, [(OWN, day)])[0]


def in_force_on(source: RecordSource, days: Sequence[JudgingDay]) -> list[dict[str, float]]:
    """The same of several municipalities, each on its day, in their order."""
    steps = with_steps(source, ("norms",), {"judging_days": sql("judging_days")})
    norms: list[dict[str, float]] = [{} for _ in days]
    for place, name, value in source.rows(f"{steps} {sql('norms_on_days')}", **judging_values(days)):
        norms[place][name] = value
    return norms
