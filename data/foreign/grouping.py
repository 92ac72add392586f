"""Rows that belong to one consultation as one row: parts counted and summed, events put to their fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from data.foreign.cell_readers import ReadCell
from data.ingest.cells import QUALIFIERS
from data.schema import DATE, INTEGER, NUMBER, TABLES
from language import N_, Sentence

AT_LEAST = "mindst"
"""Of people at several meetings some come twice: their sum is too high for heads, and what is known is that
so many took part.
"""
EARLIEST = frozenset({"start_on", "planned_start_on"})
LATEST = frozenset({"end_on", "planned_end_on"})
TWO_VALUES = N_(
    "is another day than {other} in row {row}, and both rows are of one consultation; say which one counts"
)
COLUMNS = {column.name: column for column in TABLES["consultations"].columns}


class Cell(NamedTuple):
    """A cell that was read: where it stands, its text, and what it is read as."""

    row: int
    column: str
    text: str
    read: ReadCell


@dataclass(frozen=True)
class Grouped:
    """The values of a group, and the cells that contradict another of it, with why."""

    values: Mapping[str, str]
    contradictions: Sequence[tuple[Cell, Sentence]] = ()


def group_field(field: str, cells: Sequence[Cell]) -> Grouped:
    """One field of a consultation from the cells of its parts: the earliest start, the latest end, the sum of
    a number, the first text. Other days must be alike.
    """
    kind = COLUMNS[field].kind
    if kind in (INTEGER, NUMBER) and field != "statutory_days":
        return Grouped(_sum(field, cells))
    filled = [cell for cell in cells if cell.read.values.get(field)]
    if not filled:
        ongoing = [cell.read.values for cell in cells if cell.read.values.get("no_end")]
        return Grouped(ongoing[0] if ongoing else {field: ""})
    if field in EARLIEST or field in LATEST:
        days = [cell.read.values[field] for cell in filled]
        return Grouped({field: min(days) if field in EARLIEST else max(days)})
    if kind == DATE:
        return one_day(field, filled)
    return Grouped(filled[0].read.values)


def one_day(field: str, cells: Sequence[Cell]) -> Grouped:
    """The day that all cells give; another day than the first is a contradiction, and then there is none."""
    filled = [cell for cell in cells if cell.read.values.get(field)]
    if not filled:
        return Grouped({field: ""})
    first = filled[0]
    day = first.read.values[field]
    others = [cell for cell in filled if cell.read.values[field] != day]
    reason = Sentence(TWO_VALUES, {"other": day, "row": str(first.row)})
    return Grouped({field: "" if others else day}, [(cell, reason) for cell in others])


def _sum(field: str, cells: Sequence[Cell]) -> Mapping[str, str]:
    """The sum of what is known; nothing where nothing is."""
    numbers = [float(cell.read.values[field]) for cell in cells if cell.read.values.get(field)]
    qualifiers = [cell.read.values.get(QUALIFIERS.get(field, ""), "") for cell in cells]
    if not numbers:
        return {field: ""}
    total = sum(numbers)
    text = str(int(total)) if total == int(total) else repr(total)
    if field not in QUALIFIERS:
        return {field: text}
    is_least = field == "participants" and total > 0 or any(qualifiers)
    return {field: text, QUALIFIERS[field]: AT_LEAST if is_least else ""}


def groups_of(identities: Sequence[str]) -> dict[str, list[int]]:
    """The places of the rows of each identity, in the order of the file; rows without one are left out."""
    places: dict[str, list[int]] = {}
    for place, identity in enumerate(identities):
        if identity:
            places.setdefault(identity, []).append(place)
    return places
