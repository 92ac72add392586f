"""Periods in which people are away, beside the public holidays."""

from datetime import date

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


def names_within(store: Store, first: date, last: date) -> tuple[str, ...]:
    """The names of the periods with a day between two days, both counted; each once, in their order."""
    rows = store.rows(
        "select name from days_off where starts_on <= $last and ends_on >= $first group by name"
        " order by min(starts_on), name collate da",
        first=first,
        last=last,
    )
    return tuple(name for (name,) in rows)
