"""The time that people had to respond: its length against the period set for it, and what of it was lost
to holidays.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.models import Norm
from data.working_days import is_working_day
from evaluation.units import quantity
from language import N_, Sentence

JULY = 7


@dataclass(frozen=True)
class Window:
    """``days`` run from the start to the end, the first not counted; the other numbers count both.

    ``working_days`` are neither weekend nor public holiday; those of July are among them. ``compared`` says
    how the length lies against the period set. ``lost_share`` is that of the indicator ``holiday_share``.
    """

    days: int
    compared: Sentence
    working_days: int
    public_holidays: int
    july_days: int
    lost_share: float


def window(
    start: date | None,
    end: date | None,
    set_period: tuple[int | None, str | None],
    norms: Mapping[str, float],
    dated: Sequence[Norm],
) -> Window | None:
    """The window of a consultation; None where a day is missing, or the end lies before the start.

    ``set_period`` is the recorded statutory period in days and the kind of plan, each or None. Of ``norms``
    the usual period is taken, of ``dated`` the law's.
    """
    if start is None or end is None or end < start:
        return None
    weekdays = [day for day in _each_day(start, end) if day.isoweekday() < 6]
    working = sum(is_working_day(day) for day in weekdays)
    july = sum(day.month == JULY for day in weekdays)
    lost = sum(day.month == JULY or not is_working_day(day) for day in weekdays)
    days = (end - start).days
    wanted, text = _period(start, set_period, norms, dated)
    compared = Sentence(text[days >= wanted], {"period": quantity(wanted, "days")})
    return Window(days, compared, working, len(weekdays) - working, july, lost / (days + 1))


def _period(
    start: date, set_period: tuple[int | None, str | None], norms: Mapping[str, float], dated: Sequence[Norm]
) -> tuple[float, tuple[str, str]]:
    """The period to compare with, and the texts for a shorter window and for one that is long enough."""
    recorded, kind = set_period
    law = [norm for norm in dated if norm.key == f"statutory_{kind}" and norm.applies_from <= start]
    statutory = (
        N_("shorter than the statutory period of {period}"),
        N_("at least the statutory period of {period}"),
    )
    if recorded is not None:
        return recorded, statutory
    if law:
        return max(law, key=lambda norm: norm.applies_from).value, statutory
    usual = (N_("shorter than the usual period of {period}"), N_("at least the usual period of {period}"))
    return norms["window_default_days"], usual


def _each_day(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
