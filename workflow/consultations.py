"""A consultation is registered, changed, copied as a start, removed and put back; so are the groups in it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from data import queries
from data.database import Store
from data.errors import CommandRefused, RecordProblem
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import Cells, cells
from workflow.concerns import of_change, of_consultation, of_values
from workflow.consultation_entry import Value, Values
from workflow.keys import free_key
from workflow.permission import Right, command
from workflow.person import Person

NO_TITLE = N_("Write the title. Nothing was saved.")
NO_GROUP = N_("Choose or write the group. Nothing was saved.")
GONE = N_("The register holds no such consultation any more. Nothing was saved.")
CARRIED_OVER = (
    "centre",
    "committee",
    "methods",
    "influence",
    "scale",
    "started_by",
    "businesses_relevant",
    "decision_expected",
    "plan_kind",
    "statutory_days",
    "run_by_municipality",
)
"""What a copy begins with: what is alike from one consultation to the next. Never days, words or results."""


@dataclass(frozen=True)
class Group:
    """A group of a consultation; None where it is not known."""

    name: str
    sought_out: bool | None = None
    took_part: bool | None = None
    beyond_affected: bool | None = None


def stored_consultation(store: Store, key: str) -> Cells | None:
    """The row of a consultation as it is stored, or None: what :func:`save_consultation` is given as read."""
    row = queries.exchange_rows.row(store, "consultations", {"consultation": key})
    return None if row is None else dict(row)


def stored_consultations(store: Store, keys: Collection[str]) -> dict[str, Cells]:
    """The same of several, by key; one that the register does not hold is left out."""
    return {key: dict(row) for key, row in queries.exchange_rows.by_key(store, "consultations", keys).items()}


def groups_of(store: Store, key: str) -> list[Group]:
    """The groups of a consultation as they are stored."""
    return [
        Group(name, *(None if flag is None else bool(flag) for flag in flags))
        for name, *flags in queries.consultations.group_rows(store, key)
    ]


@command(Right.REGISTER, of_values)
def register_consultation(store: Store, person: Person, values: Values) -> str:
    """A new consultation; gives its key, made of the year it starts in and its title.

    Raises :class:`data.errors.CommandRefused` without a title, :class:`data.errors.RecordRefused` where a
    value breaks a rule.
    """
    key = _new_key(store, values)
    save_records(store, person.name, [RowChange("consultations", cells(consultation=key, **values))])
    return key


@command(Right.REGISTER, of_consultation)
def copy_consultation(store: Store, person: Person, key: str, *, title: str) -> str:
    """A new consultation of this title that begins with what is alike (:data:`CARRIED_OVER`) and the groups
    of another, nothing known of them yet; gives its key. Raises as :func:`register_consultation` does.
    """
    stored = _stored(store, key)
    new_key = _new_key(store, {"title": title})
    values = {
        "consultation": new_key,
        "title": title.strip(),
        **{name: stored[name] for name in CARRIED_OVER},
    }
    groups = [
        RowChange("consultation_groups", group_cells(new_key, Group(each.name)))
        for each in groups_of(store, key)
    ]
    save_records(store, person.name, [RowChange("consultations", values), *groups])
    return new_key


@command(Right.REGISTER, of_change)
def save_consultation(
    store: Store, person: Person, key: str, *, values: Values, read: Mapping[str, str | None]
) -> list[RecordProblem]:
    """Change some columns of a consultation, and no others; gives notices. ``read`` is the row as it was on
    the screen.

    Raises :class:`data.errors.ChangedMeanwhile` where one of these columns is stored otherwise by now,
    :class:`data.errors.CommandRefused` without a title, :class:`data.errors.RecordRefused` where a value
    breaks a rule. Nothing is overwritten then.
    """
    changes = {name: value for name, value in cells(**values).items() if value != read[name]}
    if "title" in changes and not changes["title"]:
        raise CommandRefused(Sentence(NO_TITLE))
    if not changes:
        return []
    stored = _stored(store, key)
    row = RowChange(
        "consultations",
        {"consultation": key, "title": stored["title"], **changes},
        {**stored, **{name: read[name] for name in changes}},
    )
    return save_records(store, person.name, [row])


@command(Right.REGISTER, of_consultation)
def remove_consultation(
    store: Store, person: Person, key: str, *, removed_at: datetime
) -> list[RecordProblem]:
    """Mark a consultation as removed at a time (UTC): it is left out of lists and evaluations, and what
    points to it still opens it. Gives notices.
    """
    return _mark(store, person, key, {"removed_at": removed_at, "removed_by": person.name})


@command(Right.REGISTER, of_consultation)
def restore_consultation(store: Store, person: Person, key: str) -> list[RecordProblem]:
    """Put a removed consultation back, as it was; gives notices. One that was merged into another is one of
    its own again, and the other keeps what it took over (:func:`workflow.consultation_merge.undo_merge` takes
    it back).
    """
    return _mark(store, person, key, {"removed_at": None, "removed_by": None, "merged_into": None})


@command(Right.REGISTER, of_consultation)
def save_group(
    store: Store, person: Person, key: str, *, group: Group, read: Group | None
) -> list[RecordProblem]:
    """Add a group to a consultation, or change the one that was ``read``; gives notices.

    Raises :class:`data.errors.CommandRefused` without a name, :class:`data.errors.ChangedMeanwhile`,
    :class:`data.errors.RecordRefused`.
    """
    if not group.name.strip():
        raise CommandRefused(Sentence(NO_GROUP))
    before = None if read is None else group_cells(key, read)
    return save_records(
        store, person.name, [RowChange("consultation_groups", group_cells(key, group), before)]
    )


@command(Right.REGISTER, of_consultation)
def remove_group(store: Store, person: Person, key: str, *, group: Group) -> list[RecordProblem]:
    """Take a group away from a consultation; the history keeps it. Raises
    :class:`data.errors.ChangedMeanwhile`.
    """
    row = group_cells(key, group)
    return save_records(store, person.name, [], removed_rows=[RowChange("consultation_groups", row, row)])


def _new_key(store: Store, values: Values) -> str:
    title = str(values.get("title") or "").strip()
    if not title:
        raise CommandRefused(Sentence(NO_TITLE))
    day = values.get("start_on") or values.get("planned_start_on")
    year = getattr(day, "year", "")
    return free_key(f"{year} {title}", queries.consultations.titles(store), otherwise="inddragelse")


def _mark(
    store: Store, person: Person, key: str, mark: Mapping[str, Value | datetime]
) -> list[RecordProblem]:
    stored = _stored(store, key)
    row = {"consultation": key, "title": stored["title"], **cells(**mark)}
    return save_records(store, person.name, [RowChange("consultations", row, stored)])


def _stored(store: Store, key: str) -> Cells:
    stored = stored_consultation(store, key)
    if stored is None:
        raise CommandRefused(Sentence(GONE))
    return stored


def group_cells(key: str, group: Group) -> Cells:
    """A group of a consultation as its row is stored."""
    return cells(
        consultation=key,
        group=group.name,
        sought_out=group.sought_out,
        took_part=group.took_part,
        beyond_affected=group.beyond_affected,
    )
