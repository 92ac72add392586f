"""What the participants of one consultation answered, whether or not a round counts it."""

from collections.abc import Mapping, Sequence
from datetime import date

from data import queries
from data.database import Store
from data.models import ExperienceAnswers, Round
from data.schema import ASKED
from evaluation.findings import Experience


def answers_min(norms: Mapping[str, float]) -> float:
    """So many answers have a middle one, by a round's norms; the usual number in rounds frozen before there
    was a norm for it.
    """
    return norms.get("experience_min", Experience.answers_min)


def norms_of(store: Store, counted_by: Round | None) -> dict[str, float]:
    """The norms by which a consultation is read: those in force when the round that counts it opened; where
    none does, the newest.
    """
    newest = queries.history.last_changed_on(store) or date.max
    return queries.norms.in_force(store, counted_by.opening_day if counted_by else newest)


def consultation_experiences(
    store: Store, consultation: str, norms: Mapping[str, float]
) -> dict[str, Experience]:
    """By question in the order in which they are asked, its rows of all days and sources summed; a question
    without rows is left out. By the norms of a round, see :func:`answers_min`.
    """
    rows = queries.experiences.of_consultation(store, consultation)
    by_question = {question: [row for row in rows if row.principle == question] for question in ASKED}
    least = answers_min(norms)
    return {question: _summed(of_it, least) for question, of_it in by_question.items() if of_it}


def _summed(rows: Sequence[ExperienceAnswers], least: float) -> Experience:
    one, two, three, four, five = (sum(column) for column in zip(*(row.counts for row in rows), strict=True))
    return Experience(1, (one, two, three, four, five), sum(row.dont_know for row in rows), least)
