"""What is wrong with the days of a round before it is too late: days on which nobody works, an order that
can't be kept, and papers that should have gone out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from data.models import Round
from data.working_days import is_public_holiday
from evaluation.calendar import Plan
from language import N_, Sentence

PAPER, AGENDA = "plan_paper_days", "plan_agenda_days"
OVERDUE = N_("The paper should have gone out on {day}, and is not noted as sent: {bodies}.")
ROUND_DAYS = {
    "opens_on": N_("The round opens on {day}, {closed}."),
    "answers_due_on": N_("Answers are due on {day}, {closed}."),
    "closes_on": N_("The round closes on {day}, {closed}."),
}
WEEKEND = Sentence(N_("a day of the weekend"))
HOLIDAY = Sentence(N_("a public holiday"))
AWAY = N_("when people are away ({name})")

ClosedDay = Callable[[date], Sentence | None]
"""Why people are away on a day, or None."""
_Warning = tuple[str, tuple[tuple[str, object], ...]]
"""A sentence without its bodies: what several bodies have in common is said once."""


@dataclass(frozen=True)
class PlannedBody:
    """A body's name, its days, and whether paper and form went out to it."""

    name: str
    plan: Plan
    sent_on: date | None


def closed_day(day: date, days_off: Sequence[str]) -> Sentence | None:
    """Why people are away on a day, by the names of the periods of days off that it lies in; else None."""
    if is_public_holiday(day):
        return HOLIDAY
    if day.weekday() >= 5:
        return WEEKEND
    return Sentence(AWAY, {"name": days_off[0]}) if days_off else None


def calendar_warnings(
    now: Round, bodies: Sequence[PlannedBody], *, closed: ClosedDay, today: date
) -> list[Sentence]:
    """Every warning, those of the round first, then by day. A closed round has none: nothing can be done."""
    if now.status == "closed":
        return []
    names: dict[_Warning, list[str]] = defaultdict(list)
    for body in bodies:
        for text, values in _of_body(now, body, closed, today):
            names[text, tuple(values.items())].append(body.name)
    ordered = sorted(names.items(), key=lambda item: (item[0][0] == OVERDUE, str(dict(item[0][1])["day"])))
    return [
        *_of_round(now, closed),
        *(Sentence(text, {**dict(values), "bodies": tuple(each)}) for (text, values), each in ordered),
    ]


def _of_round(now: Round, closed: ClosedDay) -> Iterator[Sentence]:
    for name, text in ROUND_DAYS.items():
        day = getattr(now, name)
        if day and (reason := closed(day)):
            yield Sentence(text, {"day": day, "closed": reason})


def _of_body(
    now: Round, body: PlannedBody, closed: ClosedDay, today: date
) -> Iterator[tuple[str, dict[str, object]]]:
    meeting, due = body.plan.meets_on, body.plan.answer_due
    paper, agenda = body.plan.before.get(PAPER), body.plan.before.get(AGENDA)
    if meeting and (reason := closed(meeting)):
        yield N_("Meeting on {day}, {closed}: {bodies}."), {"day": meeting, "closed": reason}
    if paper and now.opens_on and paper < now.opens_on:
        text = N_("The paper has to go out on {day}, before the round opens on {opens}: {bodies}.")
        yield text, {"day": paper, "opens": now.opens_on}
    if paper and agenda and agenda < paper:
        text = N_("The agenda closes on {day}, before the paper has to go out on {paper}: {bodies}.")
        yield text, {"day": agenda, "paper": paper}
    if meeting and due and due < meeting:
        text = N_("Answers are due on {day}, before the meeting on {meeting}: {bodies}.")
        yield text, {"day": due, "meeting": meeting}
    if meeting and now.closes_on and meeting > now.closes_on:
        text = N_("Meeting on {day}, after the round closes on {closes}: {bodies}.")
        yield text, {"day": meeting, "closes": now.closes_on}
    if paper and paper < today and not body.sent_on and now.status == "open":
        yield OVERDUE, {"day": paper}
