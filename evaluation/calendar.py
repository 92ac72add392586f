"""The backward calendar of a round: from each body's meeting back to what must be ready before it.

A day that is no working day moves back to the one before it. How many days each step takes is a norm, dated
and editable.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from data.models import Round
from data.working_days import is_working_day
from language import N_

STEPS = {
    "plan_paper_days": N_("Discussion paper and form sent out"),
    "plan_agenda_days": N_("Case closes for the agenda"),
}
"""What must be ready before a meeting, by the norm that says how many days before, the earliest first."""
ANSWER = "plan_answer_days"


@dataclass(frozen=True)
class Plan:
    """The days of one body. ``before`` holds the steps of :data:`STEPS` with their days; all are None without
    a meeting, except ``answer_due``, which is then the round's own deadline.
    """

    body: str
    before: Mapping[str, date | None]
    meets_on: date | None
    answer_due: date | None


def plan(chosen_round: Round, body: str, meets_on: date | None, norms: Mapping[str, float]) -> Plan:
    """One body's days, counted back from its meeting; its answer is due some days after it, at the round's
    deadline at the latest.
    """
    before = {
        step: meets_on and working_day(meets_on - timedelta(days=int(norms[step])))
        for step in STEPS
        if step in norms
    }
    return Plan(body, before, meets_on, answer_due(chosen_round, meets_on, norms))


def answer_due(chosen_round: Round, meets_on: date | None, norms: Mapping[str, float]) -> date | None:
    """By when a body's answer is due, or None where neither meeting nor deadline nor closing day is set."""
    deadline = chosen_round.answers_due_on or chosen_round.closes_on
    after = meets_on + timedelta(days=int(norms[ANSWER])) if meets_on and ANSWER in norms else None
    return min((day for day in (deadline, after and working_day(after)) if day), default=None)


def working_day(day: date) -> date:
    """The day, or the last working day before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day
