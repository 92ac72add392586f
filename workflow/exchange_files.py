"""Taking in exchange files: all of them in one saving."""

from collections.abc import Sequence

from data.database import Store
from data.import_pipeline import ImportOutcome, take_in
from data.ingest.csv_file import SourceTable
from data.schema import Table
from workflow.permission import Right, command, require
from workflow.person import Person

FOR_ADMINISTRATORS = frozenset({"access_rules"})
"""Tables that say who may do what."""


@command(Right.IMPORT)
def take_exchange_files_in(
    store: Store,
    person: Person,
    sheets: Sequence[tuple[Table, SourceTable]],
    *,
    accept_valid: bool,
    dry_run: bool,
) -> list[ImportOutcome]:
    """Take files in, or only look at what would become of them (``dry_run``); gives an outcome a file. Raises
    :class:`workflow.permission.NotPermitted`, and :class:`data.errors.StoreError`.
    """
    if any(table.name in FOR_ADMINISTRATORS for table, _ in sheets):
        require(person, Right.ADMINISTER)
    return take_in(store, sheets, person.name, accept_valid=accept_valid, dry_run=dry_run)
