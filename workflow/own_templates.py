"""The municipality's own templates for documents: kept in the register, and taken away again."""

import base64
from dataclasses import dataclass
from datetime import datetime

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused, RecordProblem
from data.validation.templates import LARGEST
from data.writing import RowChange, save_records
from language import N_, Sentence
from materials.office_files import UnusableTemplate
from materials.own_templates import check_template
from workflow.cells import cell, cells
from workflow.permission import Right, command
from workflow.person import Person

NONE_CHOSEN = N_("Choose a file first. Nothing was saved.")
TOO_LARGE = N_("The template is larger than 5 MB. Make the pictures in it smaller. Nothing was saved.")


@dataclass(frozen=True)
class TemplateFile:
    """A template as it was chosen: the kind of file that it is for (``docx``), its name and its content."""

    kind: str
    name: str
    content: bytes


@command(Right.SET_UP)
def keep_template(
    store: Store, person: Person, template: TemplateFile, *, at: datetime, kept_at: datetime | None
) -> list[RecordProblem]:
    """Let documents be set in a template, from a moment in UTC on; gives notices. ``kept_at`` is when the one
    on the screen was set, None where there was none.

    Raises :class:`data.errors.CommandRefused` for one that documents can't be set in, with what it lacks, and
    :class:`data.errors.ChangedMeanwhile`.
    """
    if not template.content:
        raise CommandRefused(Sentence(NONE_CHOSEN))
    if len(template.content) > LARGEST:
        raise CommandRefused(Sentence(TOO_LARGE))
    try:
        check_template(template.kind, template.content)
    except UnusableTemplate as refusal:
        raise CommandRefused(refusal.sentence) from refusal
    with store.alone():
        stored_row = _stored(store, template.kind, kept_at)
        row = cells(
            kind=template.kind,
            file=template.name,
            content=base64.b64encode(template.content).decode(),
            changed_at=at,
            changed_by=person.name,
        )
        return save_records(store, person.name, [RowChange("templates", row, stored_row)])


@command(Right.SET_UP)
def remove_template(store: Store, person: Person, kind: str, *, kept_at: datetime) -> list[RecordProblem]:
    """Go back to the template that comes with the program; the history keeps the other one. Gives notices.
    Raises :class:`data.errors.ChangedMeanwhile`.
    """
    with store.alone():
        stored_row = _stored(store, kind, kept_at)
        assert stored_row
        return save_records(
            store, person.name, [], removed_rows=[RowChange("templates", stored_row, stored_row)]
        )


def _stored(store: Store, kind: str, kept_at: datetime | None) -> dict[str, str | None] | None:
    """The stored row, if it is the one on the screen."""
    stored_row = queries.exchange_rows.row(store, "templates", {"kind": kind})
    if (stored_row and stored_row["changed_at"]) != cell(kept_at):
        raise ChangedMeanwhile
    return stored_row
