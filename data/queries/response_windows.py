"""How long people had to respond, as the indicators and the discussion papers both read it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from data.database import Store
from data.queries.selection import Selection
from data.queries.steps import Judged, parameters, with_steps
from data.working_days import public_holidays

PLANNED = """
    select 0 as selection, cast($last as date) as as_of, c.* replace ($first as start_on, $last as end_on)
    from consultations c
    where c.consultation = $consultation
"""


@dataclass(frozen=True)
class ResponseWindow:
    """The time of one consultation, in days; see ``response_windows.sql``.

    ``responds``: whether there was a period to respond in, None where its methods don't tell. ``days`` run
    from the start to the end, the first not counted; the days of each kind count both. ``weekdays`` are
    Monday to Friday, ``public_holidays`` and the recorded ``days_off`` among them, each day in one of the
    two. ``is_recorded``: whether days off are recorded for all of its years. ``period_days`` is the period
    set for it, by law where it is ``statutory``.
    """

    responds: bool | None
    days: int
    period_days: float
    statutory: bool
    weekdays: int
    public_holidays: int
    days_off: int
    is_recorded: bool

    @property
    def long_enough(self) -> bool:
        """Whether it was at least the period."""
        return self.days >= self.period_days

    @property
    def lost_days(self) -> int:
        """The weekdays on which people are away."""
        return self.public_holidays + self.days_off

    @property
    def working_days(self) -> int:
        """The weekdays on which people are not away."""
        return self.weekdays - self.lost_days

    @property
    def lost_share(self) -> float | None:
        """Of the weekdays, the share that is lost; None where there is none, or days off are not recorded.

        It is the quotient that the indicator ``holiday_share`` holds against its norm: one exactly at the
        norm is not above it there, nor here.
        """
        return self.lost_days / self.weekdays if self.weekdays and self.is_recorded else None


def response_windows(
    store: Store, selection: Selection, norms: Mapping[str, float]
) -> dict[str, ResponseWindow]:
    """By consultation; those whose window is not known, or for which no period is set, are left out."""
    rows = store.records(
        f"{with_steps(store)} {_known()}",
        **parameters(store, [Judged(selection, norms)]),
    )
    return {row.pop("consultation"): ResponseWindow(**row) for row in rows}


def planned_window(
    store: Store, consultation: str, days: tuple[date, date], norms: Mapping[str, float]
) -> ResponseWindow | None:
    """The same of one consultation as if it ran from the first to the last of two days, which may lie ahead.
    None where the last lies before the first, or no period is set.
    """
    first, last = days
    values = parameters(store, [Judged(Selection(first, last), norms)])
    unused = (*Selection(first, last).filters, "first_day", "last_day")
    values = {name: value for name, value in values.items() if name not in unused}
    values |= {"holidays": public_holidays(range(first.year, last.year + 1))}
    rows = store.records(
        f"{with_steps(store, selected=PLANNED)} {_known()}",
        **values,
        consultation=consultation,
        first=first,
        last=last,
    )
    for row in rows:
        del row["consultation"]
        return ResponseWindow(**row)
    return None


def _known() -> str:
    """A select of the windows that are known, a row a consultation."""
    columns = ", ".join(field.name for field in fields(ResponseWindow))
    return (
        f"select consultation, {columns} from response_windows"
        " where days is not null and period_days is not null"
    )
