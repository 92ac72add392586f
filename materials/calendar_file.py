"""The days of a round as a calendar file (iCalendar, RFC 5545) for the calendars of those who have them.

Each day has a UID of its own that stays the same, and a number that grows with the register, so that a
program that takes the file in again changes the days that it has and adds none twice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from data.models import Round
from evaluation.calendar import STEPS
from evaluation.calendar_warnings import PlannedBody
from evaluation.round_names import round_in_words
from language import N_, Words

PROGRAM = "-//Øjenhøjde//Øjenhøjde//DA"
ROUND_DAYS = {
    "opens_on": N_("The round opens"),
    "answers_due_on": N_("Answers due"),
    "closes_on": N_("The round closes"),
}
MEETING, ANSWER = N_("Meeting"), N_("Answers due")


@dataclass(frozen=True)
class CalendarOrder:
    """What the file is made of: the round, its bodies with their days, and the register's own ``secret``,
    ``version`` and moment (UTC), by which its days are told from others and from older ones.
    """

    round: Round
    bodies: Sequence[PlannedBody]
    secret: bytes
    version: int
    at: datetime


@dataclass(frozen=True)
class _Day:
    place: str
    day: date
    title: str


def calendar_file(order: CalendarOrder, words: Words) -> bytes:
    """The whole file: an all-day event for each day that is set, in their order."""
    spoken = round_in_words(order.round.key, words)
    calendar = Calendar()
    calendar.add("prodid", PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", spoken)
    days = [*_round_days(order.round, words), *_body_days(order.bodies, words)]
    for each in sorted(days, key=lambda each: (each.day, each.title)):
        calendar.add_component(_event(each, order, spoken))
    return bytes(calendar.to_ical())


def _round_days(now: Round, words: Words) -> Iterator[_Day]:
    for name, title in ROUND_DAYS.items():
        if day := getattr(now, name):
            yield _Day(name, day, words(title))


def _body_days(bodies: Sequence[PlannedBody], words: Words) -> Iterator[_Day]:
    for body in bodies:
        plan = body.plan
        days = {
            **{step: (plan.before.get(step), title) for step, title in STEPS.items()},
            "meets_on": (plan.meets_on, MEETING),
            "answer_due": (plan.meets_on and plan.answer_due, ANSWER),
        }
        for step, (day, title) in days.items():
            if day:
                yield _Day(f"{plan.body}:{step}", day, f"{words(title)}: {body.name}")


def _event(each: _Day, order: CalendarOrder, spoken: str) -> Event:
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{order.secret.hex()}:{order.round.key}:{each.place}")))
    event.add("sequence", order.version)
    event.add("dtstamp", order.at.replace(tzinfo=UTC))
    event.add("dtstart", each.day)
    event.add("dtend", each.day + timedelta(days=1))
    event.add("summary", each.title)
    event.add("description", spoken)
    event.add("categories", ["Øjenhøjde"])
    event.add("transp", "TRANSPARENT")
    return event
