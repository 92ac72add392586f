"""What participants of a consultation answered is typed in, changed, taken away and put back: as counts
alone.

A survey is what belongs together on paper: the answers to all six questions of one consultation, from one day
and one source.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from data import queries
from data.database import Store
from data.errors import CommandRefused, RecordProblem
from data.models import ExperienceAnswers
from data.schema import ANSWERS, ASKED
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import Cells, cells
from workflow.concerns import of_survey
from workflow.permission import Right, command
from workflow.person import Person

EMPTY = N_("Type how many gave each answer, to one question at least. Nothing was saved.")
TAKEN = N_(
    "Answers from this day and source are entered already. Choose them and change them, or give these another"
    " source. Nothing was saved."
)


@dataclass(frozen=True)
class Survey:
    """The answers of a consultation's participants from one day (None: not known) and one source (may be
    empty). ``counts`` are, by question (``1`` to ``5``, ``meaningful``), how many answered 1, 2, 3, 4, 5 and
    *don't know*; a question without any answer is left out.
    """

    consultation: str
    asked_on: date | None
    source: str
    counts: Mapping[str, tuple[int, ...]]

    @property
    def participants(self) -> int:
        """How many answered the question that most answered; *don't know* is an answer here."""
        return max((sum(counts) for counts in self.counts.values()), default=0)

    @property
    def place(self) -> tuple[str, date | None, str]:
        """What tells it from every other survey."""
        return self.consultation, self.asked_on, self.source

    def record(self, question: str) -> str:
        """As the history knows the answers to one question."""
        source = [self.source] if self.source else []
        return ":".join([self.consultation, question, str(self.asked_on or ""), *source])


def surveys(store: Store, consultation: str) -> list[Survey]:
    """What is entered for a consultation, the earliest day first; those of an unknown day last."""
    rows = sorted(queries.experiences.of_consultation(store, consultation), key=_place)
    return [
        _survey(list(of_place)) for _, of_place in groupby(rows, key=lambda row: (row.asked_on, row.source))
    ]


@command(Right.REGISTER, of_survey)
def save_experiences(
    store: Store, person: Person, survey: Survey, *, read: Survey | None = None
) -> list[RecordProblem]:
    """Write a new survey, or the changes of the one that was ``read``; gives notices, each once.

    Raises :class:`data.errors.CommandRefused` where nobody answered anything, or where there is another of
    the same day and source, :class:`data.errors.ChangedMeanwhile` where what was read has been changed by
    somebody else, and :class:`data.errors.RecordRefused` where a rule is broken.
    """
    if not any(map(sum, survey.counts.values())):
        raise CommandRefused(Sentence(EMPTY))
    is_moved = read is None or read.place != survey.place
    if is_moved and any(each.place == survey.place for each in surveys(store, survey.consultation)):
        raise CommandRefused(Sentence(TAKEN))
    rows_before = survey_rows(read) if read else {}
    rows = [
        RowChange("experiences", row, None if is_moved else rows_before.get(question))
        for question, row in survey_rows(survey).items()
    ]
    removed = [
        row for question, row in rows_before.items() if is_moved or question not in survey_rows(survey)
    ]
    notices = save_records(store, person.name, rows, removed_rows=_removed(removed))
    return list({(notice.column, notice.reason.text): notice for notice in notices}.values())


@command(Right.REGISTER, of_survey)
def remove_experiences(store: Store, person: Person, survey: Survey) -> list[RecordProblem]:
    """Take a survey away; the history keeps what it was. Raises :class:`data.errors.ChangedMeanwhile`."""
    return save_records(store, person.name, [], removed_rows=_removed(survey_rows(survey).values()))


def _survey(rows: Sequence[ExperienceAnswers]) -> Survey:
    counts = {row.principle: (*row.counts, row.dont_know) for row in rows}
    in_order = {question: counts[question] for question in ASKED if question in counts}
    return Survey(rows[0].consultation, rows[0].asked_on, rows[0].source or "", in_order)


def _place(row: ExperienceAnswers) -> tuple[date, str]:
    return row.asked_on or date.max, row.source or ""


def survey_rows(survey: Survey) -> dict[str, Cells]:
    """By question of a survey, its row as it is stored; a question that nobody answered has none."""
    return {
        question: cells(
            consultation=survey.consultation,
            principle=question,
            asked_on=survey.asked_on,
            **dict(zip(ANSWERS, counts, strict=True)),
            source=survey.source,
        )
        for question, counts in survey.counts.items()
        if any(counts)
    }


def _removed(rows: Iterable[Cells]) -> list[RowChange]:
    return [RowChange("experiences", row, row) for row in rows]
