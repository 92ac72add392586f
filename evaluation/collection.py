"""How far the answers of a round have come in: one cell for each body and principle."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data import drafts, queries
from data.database import Store
from data.models import Answer, Body, Round
from evaluation.calendar import answer_due
from evaluation.overdue import has_passed
from language import N_

STATES: Mapping[str, str] = {
    "submitted": N_("Submitted"),
    "not_assessable": N_("Cannot be judged"),
    "draft": N_("Draft"),
    "late": N_("Late"),
    "missing": N_("Not begun"),
    "unanswered": N_("Not answered"),
    "not_asked": N_("Not asked"),
}
"""A body that does not exist on the day the round opens, but in its period, is not asked; a draft stays
one when it is late. In a closed round nothing is late or still to come: what was not submitted is not
answered.
"""


@dataclass(frozen=True)
class Cell:
    """One body and principle. ``due`` is the day by which the answer is due, None where none is set or
    nobody is asked.
    """

    body: str
    name: str
    level: str
    principle: int
    state: str
    rating: int | None
    due: date | None

    @property
    def waits(self) -> bool:
        """Whether the answer is still to come."""
        return self.state in ("draft", "late", "missing")

    def is_late(self, today: date) -> bool:
        """Whether the answer is still to come after the day on which it was due, begun or not."""
        return self.waits and has_passed(self.due, today)


def collect(store: Store, chosen_round: Round, norms: Mapping[str, float], today: date) -> tuple[Cell, ...]:
    """Every cell of a round, in the organisation's order; those not asked last."""
    meetings, draft_places = (
        queries.meetings.of_round(store, chosen_round.key),
        drafts.places(store, chosen_round.key),
    )
    cells = []
    for answer in queries.answers.of_round(store, chosen_round.key):
        due = answer_due(chosen_round, meetings.get(answer.body), norms)
        is_begun = (answer.body, answer.principle) in draft_places
        if chosen_round.status == "closed" and answer.status != "submitted":
            cells.append(_cell(answer, "unanswered", None))
        else:
            cells.append(_cell(answer, _state(answer, due, today, is_begun=is_begun), due))
    return (*cells, *_not_asked(store, chosen_round, {cell.body for cell in cells}))


def _cell(answer: Answer, state: str, due: date | None) -> Cell:
    return Cell(answer.body, answer.name, answer.level, answer.principle, state, answer.rating, due)


def _state(answer: Answer, due: date | None, today: date, *, is_begun: bool) -> str:
    if answer.status == "submitted":
        return "not_assessable" if answer.not_assessable else "submitted"
    if answer.status == "draft" or is_begun:
        return "draft"
    return "late" if has_passed(due, today) else "missing"


def _not_asked(store: Store, chosen_round: Round, asked_bodies: set[str]) -> list[Cell]:
    return [
        Cell(body.key, body.name, body.level, principle, "not_asked", None, None)
        for body, _ in queries.bodies.with_predecessors(store)
        if body.key not in asked_bodies and _lives_in(body, chosen_round)
        for principle in range(1, 6)
    ]


def _lives_in(body: Body, chosen_round: Round) -> bool:
    last = max(chosen_round.period_to, chosen_round.closes_on or chosen_round.period_to)
    return (body.active_from or chosen_round.period_from) <= last and (
        body.active_to or last
    ) >= chosen_round.period_from
