"""What goes out to the bodies of a round and comes back: paper and form, a reminder, the answers."""

from collections.abc import Collection
from datetime import date

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused, RecordProblem
from data.models import Correspondence
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import Cells, cells
from workflow.permission import Right, command
from workflow.person import Person

NOBODY = N_("Choose the committees or centres and the day. Nothing was changed.")


@command(Right.CONDUCT)
def note_sent(
    store: Store, person: Person, *, round_key: str, bodies: Collection[str], day: date | None
) -> list[RecordProblem]:
    """Paper and form went out to these bodies on a day; gives notices. Raises
    :class:`data.errors.CommandRefused` without a body or a day, :class:`data.errors.RecordRefused` where the
    round is closed.
    """
    return _note(store, person, round_key, dict.fromkeys(bodies, cells(sent_on=day)))


@command(Right.CONDUCT)
def note_reminded(
    store: Store, person: Person, *, round_key: str, bodies: Collection[str], day: date | None
) -> list[RecordProblem]:
    """These bodies were reminded on a day; gives notices. Raises as :func:`note_sent`."""
    return _note(store, person, round_key, dict.fromkeys(bodies, cells(reminded_on=day)))


@command(Right.CONDUCT)
def save_correspondence(
    store: Store, person: Person, *, round_key: str, before: Correspondence, after: Correspondence
) -> list[RecordProblem]:
    """All days of one body, as they were shown ``before`` and as they are to be; gives notices. The day on
    which answers came in is stored only where it was changed.

    Raises :class:`data.errors.ChangedMeanwhile`, :class:`data.errors.RecordRefused` where the round is
    closed.
    """
    shown = queries.correspondence.of_round(store, round_key).get(before.body, Correspondence(before.body))
    values = _days(after)
    if after.received_on == before.received_on:
        del values["received_on"]
    row = RowChange(
        "meetings", cells(round=round_key, body=after.body) | values, _row(store, round_key, after.body)
    )
    with store.alone():
        if shown != before:
            raise ChangedMeanwhile
        return save_records(store, person.name, [row])


def _note(store: Store, person: Person, round_key: str, days: dict[str, Cells]) -> list[RecordProblem]:
    if not days or not all(all(values.values()) for values in days.values()):
        raise CommandRefused(Sentence(NOBODY))
    rows = [
        RowChange("meetings", cells(round=round_key, body=body) | values, _row(store, round_key, body))
        for body, values in days.items()
    ]
    return save_records(store, person.name, rows)


def _row(store: Store, round_key: str, body: str) -> Cells | None:
    return queries.exchange_rows.row(store, "meetings", cells(round=round_key, body=body))


def _days(each: Correspondence) -> Cells:
    return cells(sent_on=each.sent_on, reminded_on=each.reminded_on, received_on=each.received_on)
