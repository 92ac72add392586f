"""What the open round waits for: the one thing to do next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data import queries
from data.database import Store
from data.models import Round
from evaluation.calendar import answer_due
from evaluation.checklist import ASSESSMENTS, CONCLUSIONS, checklist
from language import N_, Sentence


@dataclass(frozen=True)
class NextStep:
    """What to do next in a round, and where: ``ASSESSMENTS``, ``CONCLUSIONS`` or ``FOLLOW_UP`` of the
    checklist.
    """

    round: str
    place: str
    sentence: Sentence


def next_step(store: Store, open_round: Round, norms: Mapping[str, float]) -> NextStep:
    """Answers that are missing come first; then what else is missing before it can close; then closing it."""
    answers = queries.answers.of_round(store, open_round.key)
    missing_bodies = [answer.body for answer in answers if answer.status != "submitted"]
    if missing_bodies or not answers:
        due = _first_due(store, open_round, set(missing_bodies), norms)
        text = (
            N_("{missing} of {total} answers are missing, the first due on {day}.")
            if due
            else N_("{missing} of {total} answers are missing.")
        )
        values = {"missing": len(missing_bodies), "total": len(answers), "day": due}
        return NextStep(open_round.key, ASSESSMENTS, Sentence(text, values))
    points = checklist(store, open_round.key)
    if points:
        return NextStep(open_round.key, points[0].place, points[0].sentence)
    return NextStep(open_round.key, CONCLUSIONS, Sentence(N_("Nothing is missing: it can be closed.")))


def _first_due(store: Store, open_round: Round, bodies: set[str], norms: Mapping[str, float]) -> date | None:
    """The first day by which one of these bodies has to answer; None where none is set."""
    meetings = queries.meetings.of_round(store, open_round.key)
    days = (answer_due(open_round, meetings.get(body), norms) for body in bodies)
    return min((day for day in days if day), default=None)
