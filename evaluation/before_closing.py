"""What somebody should have read before a round is closed or frozen for good."""

from dataclasses import dataclass
from datetime import date

from data.database import Store
from data.models import Round
from evaluation.checklist import checklist
from language import N_, Sentence


@dataclass(frozen=True)
class LastLook:
    """Whether the round's period is over, that in a sentence, and a sentence with its count for each kind of
    thing that is missing; none where nothing is.
    """

    is_period_over: bool
    period: Sentence
    missing: tuple[Sentence, ...]


def last_look(store: Store, now: Round, today: date) -> LastLook:
    """What closing or freezing the round today would mean."""
    missing = tuple(point.in_short for point in checklist(store, now.key))
    return LastLook(now.period_to < today, _period(now.period_to, today), missing)


def _period(last_day: date, today: date) -> Sentence:
    if last_day < today:
        return Sentence(N_("The period ended on {day}."), {"day": last_day})
    if last_day == today:
        return Sentence(N_("The period is not over: today is its last day."))
    if months := whole_months(today, last_day):
        return Sentence(
            N_("The period is not over: it runs until {day}, {count} month from now."),
            {"day": last_day},
            N_("The period is not over: it runs until {day}, {count} months from now."),
            months,
        )
    return Sentence(
        N_("The period is not over: it runs until {day}, {count} day from now."),
        {"day": last_day},
        N_("The period is not over: it runs until {day}, {count} days from now."),
        (last_day - today).days,
    )


def whole_months(first: date, last: date) -> int:
    """The months that have passed whole from one day to another, 0 where less than one has."""
    return 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)
