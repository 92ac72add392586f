"""The clarification of a consultation before it starts: written field by field, agreed on a day, agreed anew.

Some of its fields are the consultation's own, some have a table of their own; whoever writes them need not
know which.
"""

from collections.abc import Mapping
from datetime import date

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused, RecordProblem
from data.schema import TABLES
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import Cells, cells
from workflow.concerns import of_consultation
from workflow.consultation_entry import Values
from workflow.consultations import GONE, save_consultation, stored_consultation
from workflow.permission import Right, command
from workflow.person import Person

TABLE = "clarifications"
COLUMNS = tuple(name for name in TABLES[TABLE].names if name != "consultation")
NO_DAY = N_("Choose the day on which it was agreed. Nothing was saved.")
NOT_YET = N_("The day has not come yet. Choose the day on which it was agreed. Nothing was saved.")
AGREED = {
    "agreed_start_on": "planned_start_on",
    "agreed_end_on": "planned_end_on",
    "agreed_decision_on": "planned_decision_on",
    "agreed_scale": "scale",
    "agreed_hours": "hours_planned",
    "agreed_methods": "methods",
}
"""What is kept of the plan as it was agreed, and the field that it is taken from; the groups come from
two.
"""
GROUPS = ("planned_groups", "planned_groups_beyond")


def stored_fields(store: Store, key: str) -> Cells | None:
    """Every field of a consultation and of its clarification as it is stored; None where the register holds
    none of this key.
    """
    consultation = stored_consultation(store, key)
    return None if consultation is None else {**_stored(store, key), **consultation}


@command(Right.REGISTER, of_consultation)
def save_fields(
    store: Store, person: Person, key: str, *, values: Values, read: Mapping[str, str | None]
) -> list[RecordProblem]:
    """Change some fields, and no others; gives notices. ``read`` is :func:`stored_fields` as it was on the
    screen.

    Raises as :func:`workflow.consultations.save_consultation` does. Nothing is overwritten then.
    """
    if not set(values) <= set(COLUMNS):
        return save_consultation(store, person, key, values=values, read=read)
    changes = {name: value for name, value in cells(**values).items() if value != read[name]}
    if not changes:
        return []
    if stored_consultation(store, key) is None:
        raise CommandRefused(Sentence(GONE))
    before = {name: read[name] for name in changes}
    return save_records(store, person.name, [_change(store, key, changes, before)])


@command(Right.REGISTER, of_consultation)
def agree(
    store: Store, person: Person, key: str, *, days: tuple[date | None, date], read: Mapping[str, str | None]
) -> list[RecordProblem]:
    """Set the day on which a consultation was clarified, and keep the plan as it is; gives notices. Agreed
    anew, the former plan stays in the history. ``days`` are that day and today.

    Raises :class:`data.errors.CommandRefused` without a day or with one to come,
    :class:`data.errors.ChangedMeanwhile` where the plan is stored otherwise by now than it was ``read``.
    """
    day, today = days
    if day is None or day > today:
        raise CommandRefused(Sentence(NO_DAY if day is None else NOT_YET))
    stored = stored_fields(store, key)
    if stored is None:
        raise CommandRefused(Sentence(GONE))
    plan = (*AGREED.values(), *GROUPS)
    if any(stored[name] != read.get(name, stored[name]) for name in plan):
        raise ChangedMeanwhile
    agreed = {**_plan_to_keep(stored), **cells(agreed_on=day)}
    clarified = {"consultation": key, "title": stored["title"], **cells(clarified_on=day)}
    rows = [_change(store, key, agreed, stored), RowChange("consultations", clarified, stored)]
    return save_records(store, person.name, rows)


def changed_since_agreed(stored: Cells) -> list[str]:
    """The fields of an agreed plan that are stored otherwise by now; none where it was never agreed."""
    if not stored["agreed_on"]:
        return []
    now = _plan_to_keep(stored)
    sources = {**AGREED, "agreed_groups": GROUPS[0]}
    return [source for name, source in sources.items() if _parts(stored[name]) != _parts(now[name])]


def _parts(cell: str | None) -> set[str]:
    """What a cell holds; the order of a list says nothing."""
    return set((cell or "").split(";"))


def _plan_to_keep(stored: Cells) -> Cells:
    """The plan by the columns in which it is kept as it is agreed."""
    groups = [group for name in GROUPS for group in (stored[name] or "").split(";") if group]
    plan = {name: stored[source] for name, source in AGREED.items()}
    return {**plan, "agreed_groups": ";".join(dict.fromkeys(groups)) or None}


def _change(
    store: Store, key: str, changes: Mapping[str, str | None], read: Mapping[str, str | None]
) -> RowChange:
    """Some columns of the clarification; its row is made where there is none, and nothing was read of it."""
    values = {"consultation": key, **changes}
    is_new = _row(store, key) is None
    if is_new and not any(read[name] for name in changes):
        return RowChange(TABLE, values)
    return RowChange(TABLE, values, {"consultation": key, **read})


def _stored(store: Store, key: str) -> Cells:
    return _row(store, key) or dict.fromkeys(COLUMNS)


def _row(store: Store, key: str) -> Cells | None:
    row = queries.exchange_rows.row(store, TABLE, {"consultation": key})
    return None if row is None else dict(row)
