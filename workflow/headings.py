"""What the municipality calls the sections of a case."""

from collections.abc import Mapping

from data.database import Store
from data.errors import RecordProblem
from data.writing import RowChange, save_records
from workflow.cells import Cells, cells
from workflow.permission import Right, command
from workflow.person import Person


@command(Right.SET_UP)
def save_headings(
    store: Store,
    person: Person,
    headings: Mapping[str, str],
    *,
    language: str,
    headings_before: Mapping[str, str],
) -> list[RecordProblem]:
    """Name sections of a case in one language, by section; one whose name is empty is called as usual again.
    ``headings_before`` are those on the screen. Gives notices; nothing is written where nothing is new.

    Raises :class:`data.errors.RecordRefused` for a heading of several lines or of more than 100 letters, and
    :class:`data.errors.ChangedMeanwhile`.
    """
    changes, removals = [], []
    for section, text in headings.items():
        before = _row(language, section, headings_before.get(section))
        after = _row(language, section, text.strip())
        if after and after != before:
            changes.append(RowChange("headings", after, before))
        elif before and not after:
            removals.append(RowChange("headings", before, before))
    return save_records(store, person.name, changes, removed_rows=removals) if changes or removals else []


def _row(language: str, section: str, heading: str | None) -> Cells | None:
    return cells(language=language, section=section, heading=heading) if heading else None
