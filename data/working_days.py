"""Which days are worked on in Denmark."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from holidays.countries.denmark import Denmark


def public_holidays(years: Iterable[int]) -> list[date]:
    """The Danish public holidays of the years, as far as the library holidays knows them (no Store bededag
    from 2024).
    """
    return [day for year in years for day in _holidays_of(year)]


def is_public_holiday(day: date) -> bool:
    """Whether a day is a Danish public holiday."""
    return day in _holidays_of(day.year)


def is_working_day(day: date) -> bool:
    """Whether a day is neither Saturday, Sunday nor a public holiday."""
    return not is_weekend(day) and not is_public_holiday(day)


def is_weekend(day: date) -> bool:
    """Whether a day is a Saturday or a Sunday."""
    return day.weekday() >= 5


@cache
def _holidays_of(year: int) -> tuple[date, ...]:
    is_known = Denmark.start_year <= year <= Denmark.end_year
    return tuple(sorted(Denmark(years=year))) if is_known else ()
