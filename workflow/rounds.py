"""Election terms and rounds: create, plan, open, and take an opening back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from data import drafts, queries
from data.database import Store
from data.errors import CommandRefused, RecordProblem
from data.models import Round
from data.terms import planned_rounds, term_days, term_key
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import cells, round_cells
from workflow.person import Person

BEGUN = N_("Somebody has begun to write in this round, so it can't be put back to planned.")


@dataclass(frozen=True)
class RoundPlan:
    """The days of a round, and of each body's meeting; None where a day is not set (yet)."""

    period_from: date | None
    period_to: date | None
    opens_on: date | None
    answers_due_on: date | None
    closes_on: date | None
    meetings: Mapping[str, date | None]


def create_term(store: Store, person: Person, first_year: int) -> list[RecordProblem]:
    """An election term of four years with its two rounds, both planned; gives what should be told (notices).

    Raises :class:`data.errors.RecordRefused` where such a term is there.
    """
    term, (starts_on, ends_on) = term_key(first_year), term_days(first_year)
    rows = [RowChange("terms", cells(term=term, starts_on=starts_on, ends_on=ends_on))]
    for planned in planned_rounds(first_year):
        rows.append(
            RowChange(
                "rounds",
                cells(
                    round=planned.key,
                    term=term,
                    kind=planned.kind,
                    period_from=planned.period_from,
                    period_to=planned.period_to,
                ),
            )
        )
    return save_records(store, person.name, rows)


def plan_round(store: Store, person: Person, *, shown: Round, plan: RoundPlan) -> list[RecordProblem]:
    """Give a round its days, and each body its meeting day; gives notices.

    ``shown`` is the round as it stood on the screen. Raises :class:`data.errors.ChangedMeanwhile`, and
    :class:`data.errors.RecordRefused` where the days don't fit each other; then nothing is written.
    """
    days = cells(
        period_from=plan.period_from,
        period_to=plan.period_to,
        opens_on=plan.opens_on,
        answers_due_on=plan.answers_due_on,
        closes_on=plan.closes_on,
    )
    key = cells(round=shown.key, term=shown.term, kind=shown.kind)
    rows = [RowChange("rounds", key | days, round_cells(shown))]
    before = queries.meetings.of_round(store, shown.key)
    rows += [
        _meeting(store, shown.key, body, day)
        for body, day in plan.meetings.items()
        if day != before.get(body)
    ]
    return save_records(store, person.name, rows)


def open_round(store: Store, person: Person, *, shown: Round, today: date) -> list[RecordProblem]:
    """From now on assessments can be written; a round without an opening day opens ``today``. Raises as
    :func:`plan_round`.
    """
    opened = replace(shown, status="open", opens_on=shown.opens_on or today)
    return _save_round(store, person, shown, opened)


def can_take_back_opening(store: Store, round_key: str) -> bool:
    """Whether nobody has begun to write anything in a round."""
    answers = queries.answers.of_round(store, round_key)
    return all(answer.status == "missing" for answer in answers) and not drafts.places(store, round_key)


def take_back_opening(store: Store, person: Person, *, shown: Round) -> list[RecordProblem]:
    """Put an open round back to planned. Raises :class:`data.errors.CommandRefused` where somebody has begun
    to write in it.
    """
    with store.alone():
        if not can_take_back_opening(store, shown.key):
            raise CommandRefused(Sentence(BEGUN))
        return _save_round(store, person, shown, replace(shown, status="planned"))


def _save_round(store: Store, person: Person, shown: Round, changed: Round) -> list[RecordProblem]:
    return save_records(store, person.name, [RowChange("rounds", round_cells(changed), round_cells(shown))])


def _meeting(store: Store, round_key: str, body: str, day: date | None) -> RowChange:
    key = cells(round=round_key, body=body)
    stored = queries.exchange_rows.row(store, "meetings", key)
    return RowChange("meetings", key | cells(meets_on=day), stored)
