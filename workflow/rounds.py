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
from workflow.permission import Right, command
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


@command(Right.CONDUCT)
def create_term(store: Store, person: Person, first_year: int) -> list[RecordProblem]:
    """An election term of four years with its two rounds, both planned; gives what should be told (notices).

    Raises :class:`data.errors.RecordRefused` where such a term is there.
    """
    term, (starts_on, ends_on) = term_key(first_year), term_days(first_year)
    rows = [RowChange("terms", cells(term=term, starts_on=starts_on, ends_on=ends_on))]
    for planned_round in planned_rounds(first_year):
        rows.append(
            RowChange(
                "rounds",
                cells(
                    round=planned_round.key,
                    term=term,
                    kind=planned_round.kind,
                    period_from=planned_round.period_from,
                    period_to=planned_round.period_to,
                ),
            )
        )
    return save_records(store, person.name, rows)


@command(Right.CONDUCT)
def plan_round(store: Store, person: Person, *, round_before: Round, plan: RoundPlan) -> list[RecordProblem]:
    """Give a round its days, and each body its meeting day; gives notices.

    ``round_before`` is the round as it stood on the screen. Raises :class:`data.errors.ChangedMeanwhile`, and
    :class:`data.errors.RecordRefused` where the days don't fit each other; then nothing is written.
    """
    days = cells(
        period_from=plan.period_from,
        period_to=plan.period_to,
        opens_on=plan.opens_on,
        answers_due_on=plan.answers_due_on,
        closes_on=plan.closes_on,
    )
    key = cells(round=round_before.key, term=round_before.term, kind=round_before.kind)
    rows = [RowChange("rounds", key | days, round_cells(round_before))]
    before = queries.meetings.of_round(store, round_before.key)
    rows += [
        _meeting(store, round_before.key, body, day)
        for body, day in plan.meetings.items()
        if day != before.get(body)
    ]
    return save_records(store, person.name, rows)


@command(Right.CONDUCT)
def open_round(store: Store, person: Person, *, round_before: Round, today: date) -> list[RecordProblem]:
    """From now on assessments can be written; a round without an opening day opens ``today``. Raises as
    :func:`plan_round`.
    """
    opened_round = replace(round_before, status="open", opens_on=round_before.opens_on or today)
    return _save_round(store, person, round_before, opened_round)


def can_take_back_opening(store: Store, round_key: str) -> bool:
    """Whether nobody has begun to write anything in a round."""
    answers = queries.answers.of_round(store, round_key)
    return all(answer.status == "missing" for answer in answers) and not drafts.places(store, round_key)


@command(Right.CONDUCT)
def take_back_opening(store: Store, person: Person, *, round_before: Round) -> list[RecordProblem]:
    """Put an open round back to planned. Raises :class:`data.errors.CommandRefused` where somebody has begun
    to write in it.
    """
    with store.alone():
        if not can_take_back_opening(store, round_before.key):
            raise CommandRefused(Sentence(BEGUN))
        return _save_round(store, person, round_before, replace(round_before, status="planned"))


def _save_round(store: Store, person: Person, round_before: Round, round_after: Round) -> list[RecordProblem]:
    return save_records(
        store, person.name, [RowChange("rounds", round_cells(round_after), round_cells(round_before))]
    )


def _meeting(store: Store, round_key: str, body: str, day: date | None) -> RowChange:
    key = cells(round=round_key, body=body)
    stored_row = queries.exchange_rows.row(store, "meetings", key)
    return RowChange("meetings", key | cells(meets_on=day), stored_row)
