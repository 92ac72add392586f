"""Norms through time, and those in force on a day."""

from datetime import date

from data.database import Store
from data.models import Norm


def dated(store: Store) -> list[Norm]:
    """All norms, by name and date; what is written in per cent comes as a share."""
    return [
        Norm(*row)
        for row in store.rows(
            "select norm, if(unit = '%', value / 100, value), if(unit = '%', 'share', unit), applies_from,"
            " source from norms order by norm, applies_from"
        )
    ]


def in_force(store: Store, day: date) -> dict[str, float]:
    """The norms in force on a day: of each, the one with the latest date. A share may be given in per
    cent.
    """
    rows = store.rows(
        "select norm, arg_max(case when unit = '%' then value / 100 else value end, applies_from) as value"
        " from norms where applies_from <= $day group by norm",
        day=day,
    )
    return dict(rows)
