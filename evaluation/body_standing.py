"""How each body of a round stands: what went out to it, what it still lacks, and whether it is late."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data import queries
from data.database import Store
from data.models import Body, Correspondence, Round
from evaluation.calendar import answer_due
from evaluation.overdue import has_passed
from evaluation.principles import PRINCIPLES


@dataclass(frozen=True)
class BodyStanding:
    """A body, its meeting, by when its answers are due, what is noted of it, and the principles that it has
    not answered about in a submitted assessment. ``is_over`` in a closed round, where nothing is awaited any
    more.
    """

    body: Body
    meets_on: date | None
    due: date | None
    noted: Correspondence
    waiting: tuple[int, ...]
    is_over: bool

    @property
    def answered(self) -> int:
        """About how many principles it has answered."""
        return len(PRINCIPLES) - len(self.waiting)

    def is_late(self, today: date) -> bool:
        """Whether answers are missing after the day on which they were due."""
        return bool(self.waiting) and not self.is_over and has_passed(self.due, today)


def standings(store: Store, now: Round, norms: Mapping[str, float]) -> list[BodyStanding]:
    """Every body that is asked in the round, in the organisation's order."""
    meetings = queries.meetings.of_round(store, now.key)
    noted = queries.correspondence.of_round(store, now.key)
    answers = queries.answers.of_round(store, now.key)
    return [
        BodyStanding(
            body,
            meetings.get(body.key),
            answer_due(now, meetings.get(body.key), norms),
            noted.get(body.key, Correspondence(body.key)),
            tuple(
                answer.principle
                for answer in answers
                if answer.body == body.key and answer.status != "submitted"
            ),
            now.status == "closed",
        )
        for body in queries.bodies.expected(store, now.key)
    ]
