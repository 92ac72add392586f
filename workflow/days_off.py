"""Days off, which the municipality decides: a period is added, changed, taken away, or copied to the next
year.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data import queries
from data.database import Store
from data.errors import CommandRefused, RecordProblem
from data.models import DaysOff
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import cells, days_off_cells
from workflow.permission import Right, command
from workflow.person import Person

MISSING = N_("Write the name, and choose the first and the last day. Nothing was saved.")
TAKEN = N_("There is a period of this name from that day already. Change that one instead.")
NOTHING_TO_COPY = N_("{next} has every period of {year} already. Nothing was copied.")


@dataclass(frozen=True)
class DaysOffEntry:
    """A period as it was typed; a day that was not chosen is None."""

    name: str
    starts_on: date | None
    ends_on: date | None
    source: str = ""


@command(Right.SET_UP)
def add_days_off(store: Store, person: Person, entry: DaysOffEntry) -> list[RecordProblem]:
    """A new period; gives notices. Raises :class:`data.errors.CommandRefused` without a name and both days,
    or where one of the same name begins on the same day, :class:`data.errors.RecordRefused` where it ends
    before it begins.
    """
    days = _period(entry)
    _refuse_taken(store, days)
    return save_records(store, person.name, [RowChange("days_off", days_off_cells(days))])


@command(Right.SET_UP)
def change_days_off(
    store: Store, person: Person, *, days_before: DaysOff, entry: DaysOffEntry
) -> list[RecordProblem]:
    """Another name, other days or another source for a period; gives notices. A row is known by its name and
    first day: with another, the old row is taken away and a new one written, both in the history.

    Raises as :func:`add_days_off` does, and :class:`data.errors.ChangedMeanwhile`.
    """
    days, read = _period(entry), days_off_cells(days_before)
    if (days.name, days.starts_on) == (days_before.name, days_before.starts_on):
        return save_records(store, person.name, [RowChange("days_off", days_off_cells(days), read)])
    _refuse_taken(store, days)
    removed_rows = [RowChange("days_off", read, read)]
    new_row = RowChange("days_off", days_off_cells(days))
    return save_records(store, person.name, [new_row], removed_rows=removed_rows)


@command(Right.SET_UP)
def remove_days_off(store: Store, person: Person, days: DaysOff) -> list[RecordProblem]:
    """Take a period away; the history keeps what it was. Raises :class:`data.errors.ChangedMeanwhile`."""
    read = days_off_cells(days)
    return save_records(store, person.name, [], removed_rows=[RowChange("days_off", read, read)])


@command(Right.SET_UP)
def copy_year(store: Store, person: Person, year: int) -> list[RecordProblem]:
    """Every period that begins in a year, in the next one too, but for those whose name is there already;
    gives notices. Raises :class:`data.errors.CommandRefused` where none is left.
    """
    copies = periods_to_copy(store, year)
    if not copies:
        raise CommandRefused(Sentence(NOTHING_TO_COPY, {"year": str(year), "next": str(year + 1)}))
    return save_records(store, person.name, [RowChange("days_off", days_off_cells(days)) for days in copies])


def periods_to_copy(store: Store, year: int) -> Sequence[DaysOff]:
    """What :func:`copy_year` would write: whole weeks keep their number of the year, others their dates."""
    names = {days.name for days in queries.days_off.of_year(store, year + 1) if days.starts_on.year > year}
    return [
        _a_year_later(days)
        for days in queries.days_off.of_year(store, year)
        if days.starts_on.year == year and days.name not in names
    ]


def _a_year_later(days: DaysOff) -> DaysOff:
    """From a Monday to a Friday, Saturday or Sunday it is weeks that are meant."""
    is_weeks = days.starts_on.isoweekday() == 1 and days.ends_on.isoweekday() >= 5
    first = _same_week(days.starts_on) if is_weeks else _same_date(days.starts_on)
    last = first + (days.ends_on - days.starts_on) if is_weeks else _same_date(days.ends_on)
    return replace(days, starts_on=first, ends_on=last)


def _same_week(day: date) -> date:
    """The same weekday of the same week in the next year; week 53 becomes the last one."""
    year, week, weekday = day.isocalendar()
    weeks_of_next = date(year + 1, 12, 28).isocalendar().week
    return date.fromisocalendar(year + 1, min(week, weeks_of_next), weekday)


def _same_date(day: date) -> date:
    """29 February becomes the 28th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return (day - timedelta(days=is_leap_day)).replace(year=day.year + 1)


def _period(entry: DaysOffEntry) -> DaysOff:
    if not entry.name.strip() or entry.starts_on is None or entry.ends_on is None:
        raise CommandRefused(Sentence(MISSING))
    return DaysOff(entry.name.strip(), entry.starts_on, entry.ends_on, entry.source.strip() or None)


def _refuse_taken(store: Store, days: DaysOff) -> None:
    key = cells(starts_on=days.starts_on, name=days.name)
    if queries.exchange_rows.row(store, "days_off", key):
        raise CommandRefused(Sentence(TAKEN))
