"""What the participants of one consultation answered, whether or not a round counts it."""

from collections.abc import Sequence

from data import queries
from data.database import Store
from data.models import ExperienceAnswers
from data.schema import ASKED
from evaluation.findings import Experience


def consultation_experiences(store: Store, consultation: str, answers_min: float) -> dict[str, Experience]:
    """By question in the order in which they are asked, its rows of all days and sources summed; a question
    without rows is left out. ``answers_min`` is the norm ``experience_min``.
    """
    rows = queries.experiences.of_consultation(store, consultation)
    by_question = {question: [row for row in rows if row.principle == question] for question in ASKED}
    return {question: _summed(of_it, answers_min) for question, of_it in by_question.items() if of_it}


def _summed(rows: Sequence[ExperienceAnswers], answers_min: float) -> Experience:
    one, two, three, four, five = (sum(column) for column in zip(*(row.counts for row in rows), strict=True))
    return Experience(1, (one, two, three, four, five), sum(row.dont_know for row in rows), answers_min)
