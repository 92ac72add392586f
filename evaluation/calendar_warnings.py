"""What is wrong with the days of a round before it is too late: days on which nobody works, an order that
can't be kept, and papers that should have gone out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.models import Round
from data.working_days import is_public_holiday, is_weekend
from evaluation.calendar import Plan
from evaluation.overdue import has_passed
from language import N_, Sentence

PAPER, AGENDA = "plan_paper_days", "plan_agenda_days"
OVERDUE = N_("The paper should have gone out on {day}, and is not noted as sent: {bodies}.")
BEFORE_OPENING = N_("The paper has to go out on {day}, before the round opens on {opens}: {bodies}.")
AGENDA_FIRST = N_("The agenda closes on {day}, before the paper has to go out on {paper}: {bodies}.")
CLOSED_DAY = N_("Meeting on {day}, {closed}: {bodies}.")
DUE_FIRST = N_("Answers are due on {day}, before the meeting on {meeting}: {bodies}.")
AFTER_CLOSING = N_("Meeting on {day}, after the round closes on {closes}: {bodies}.")
ROUND_DAYS = {
    "opens_on": N_("The round opens on {day}, {closed}."),
    "answers_due_on": N_("Answers are due on {day}, {closed}."),
    "closes_on": N_("The round closes on {day}, {closed}."),
}
WEEKEND = Sentence(N_("a day of the weekend"))
HOLIDAY = Sentence(N_("a public holiday"))
AWAY = N_("in {name}, when people are away")

ClosedDay = Callable[[date], Sentence | None]
"""Why people are away on a day, or None."""


@dataclass(frozen=True)
class _Warning:
    """A warning of a day without the bodies that it holds for."""

    text: str
    day: date
    values: Mapping[str, object]


@dataclass(frozen=True)
class PlannedBody:
    """A body's name, its days, and whether paper and form went out to it."""

    name: str
    plan: Plan
    sent_on: date | None

    def is_overdue(self, now: Round, today: date) -> bool:
        """Whether the paper of an open round should have gone out, and is not noted as sent."""
        return now.status == "open" and not self.sent_on and has_passed(self.plan.before.get(PAPER), today)


def closed_day(day: date, days_off: Sequence[str]) -> Sentence | None:
    """Why people are away on a day, by the names of the periods of days off that it lies in; else None."""
    if is_public_holiday(day):
        return HOLIDAY
    if is_weekend(day):
        return WEEKEND
    return Sentence(AWAY, {"name": days_off[0]}) if days_off else None


def calendar_warnings(
    now: Round, bodies: Sequence[PlannedBody], *, closed: ClosedDay, today: date
) -> list[Sentence]:
    """Every warning, those of the round first, then by day; what several bodies have in common is said once.
    A closed round has none: nothing can be done.
    """
    if now.status == "closed":
        return []
    names: dict[str, list[str]] = defaultdict(list)
    warnings: dict[str, _Warning] = {}
    for body in bodies:
        for warning in _of_body(now, body, closed, today):
            warnings[repr(warning)] = warning
            names[repr(warning)].append(body.name)
    ordered = sorted(warnings.items(), key=lambda item: (item[1].text == OVERDUE, item[1].day))
    return [
        *_of_round(now, closed),
        *(
            Sentence(each.text, {**each.values, "day": each.day, "bodies": tuple(names[key])})
            for key, each in ordered
        ),
    ]


def _of_round(now: Round, closed: ClosedDay) -> Iterator[Sentence]:
    for name, text in ROUND_DAYS.items():
        day = getattr(now, name)
        if day and (reason := closed(day)):
            yield Sentence(text, {"day": day, "closed": reason})


def _of_body(now: Round, body: PlannedBody, closed: ClosedDay, today: date) -> Iterator[_Warning]:
    plan = body.plan
    paper, agenda = plan.before.get(PAPER), plan.before.get(AGENDA)
    if paper and now.opens_on and paper < now.opens_on:
        yield _Warning(BEFORE_OPENING, paper, {"opens": now.opens_on})
    if paper and agenda and agenda < paper:
        yield _Warning(AGENDA_FIRST, agenda, {"paper": paper})
    if paper and body.is_overdue(now, today):
        yield _Warning(OVERDUE, paper, {})
    if plan.meets_on:
        yield from _of_meeting(now, plan.meets_on, plan.answer_due, closed)


def _of_meeting(now: Round, meeting: date, due: date | None, closed: ClosedDay) -> Iterator[_Warning]:
    if reason := closed(meeting):
        yield _Warning(CLOSED_DAY, meeting, {"closed": reason})
    if due and due < meeting:
        yield _Warning(DUE_FIRST, due, {"meeting": meeting})
    if now.closes_on and meeting > now.closes_on:
        yield _Warning(AFTER_CLOSING, meeting, {"closes": now.closes_on})
