"""Periods in which people are away, beside the public holidays."""

from data.database import Store
from data.models import DaysOff


def of_year(store: Store, year: int) -> list[DaysOff]:
    """The periods with a day in the year, the earliest first."""
    rows = store.rows(
        "select name, starts_on, ends_on, source from days_off"
        " where $year between year(starts_on) and year(ends_on) order by starts_on, name collate da",
        year=year,
    )
    return [DaysOff(*row) for row in rows]


def years(store: Store) -> list[int]:
    """The years in which a period begins, the latest first."""
    return [
        year for (year,) in store.rows("select distinct year(starts_on) as y from days_off order by y desc")
    ]
