"""A file of another system is taken in: previewed, stored as one import, and undone as one.

An empty cell of the file never erases what is stored (:mod:`data.foreign.plan`), and a row that the file
lacks deletes nothing.
"""

from collections import Counter
from datetime import datetime

from data import queries
from data.database import Cursor, Store
from data.errors import CommandRefused, RecordRefused
from data.foreign import import_log
from data.foreign.profile import Profile
from data.foreign.profile_text import profile_of
from data.models import ImportRecord as ImportRecord
from language import N_, Sentence
from workflow.import_preview import preview_import as preview_import
from workflow.import_trial import Trial, needs_trial, prepare, run, settled
from workflow.import_trial import known_words as known_words
from workflow.import_undo import UndoOutcome as UndoOutcome
from workflow.import_undo import undo_import as undo_import
from workflow.import_values import CHANGED as CHANGED
from workflow.import_values import NEW as NEW
from workflow.import_values import REJECTED as REJECTED
from workflow.import_values import UNCHANGED as UNCHANGED
from workflow.import_values import Duplicate as Duplicate
from workflow.import_values import ImportPreview as ImportPreview
from workflow.import_values import ImportRequest as ImportRequest
from workflow.import_values import PreviewOutdated as PreviewOutdated
from workflow.import_values import RowPreview as RowPreview
from workflow.permission import Right, command
from workflow.person import Person

NO_ROWS = N_("{file} holds no row that could be taken in. Nothing was stored.")
NO_NAME = N_("Give the import a name, under which it is remembered how the file is read. Nothing was stored.")


@command(Right.IMPORT)
def import_table(
    store: Store, person: Person, request: ImportRequest, *, imported_at: datetime
) -> ImportRecord:
    """Take the rows in, in one transaction, as one import with its history. The profile is kept by its name.
    A row that the file lacks deletes nothing.

    Raises :class:`data.errors.RecordRefused` where a row is rejected and ``accept_valid`` is not asked for,
    or where all are; :class:`PreviewOutdated` where the register was changed since the request's preview in
    a way that counts; :class:`data.errors.CommandRefused` where the file holds no row.
    """
    if not request.profile.name.strip():
        raise CommandRefused(Sentence(NO_NAME))
    with store.alone():
        _refuse_outdated(store, request)
        prepared = prepare(store, request)
        unfit = settled(store, prepared)[0] if needs_trial(prepared) else prepared.unfit_rows
        with store.transaction() as cursor:
            before = import_log.newest_entry(cursor)
            trial = run(store, cursor, prepared, person.name, unfit)
            _refuse(trial)
            import_log.note_keys(cursor, request.profile.name, trial.key_by_identity(), person.name)
            entries = (before + 1, import_log.newest_entry(cursor))
            record = _record(cursor, trial, person, imported_at)
            errors = import_log.note_profile(cursor, request.profile, person.name, imported_at)
            if errors := [*errors, *import_log.note_import(cursor, record, entries)]:
                raise RecordRefused(errors)
    return record


def imports(store: Store) -> list[ImportRecord]:
    """All imports, newest first."""
    return queries.imports.newest_first(store)


def profiles(store: Store) -> list[Profile]:
    """The kept profiles by name."""
    return [profile_of(text) for text in queries.imports.settings_by_profile(store).values()]


def _record(cursor: Cursor, trial: Trial, person: Person, imported_at: datetime) -> ImportRecord:
    request, counts = trial.prepared.request, Counter(trial.states.values())
    return ImportRecord(
        number=import_log.next_number(cursor),
        imported_at=imported_at,
        who=person.name,
        file=request.table.file,
        sha256=request.sha256,
        profile=request.profile.name,
        new=counts[NEW],
        changed=counts[CHANGED],
        unchanged=counts[UNCHANGED],
        rejected=counts[REJECTED],
    )


def _refuse_outdated(store: Store, request: ImportRequest) -> None:
    """Only where something was saved since, and only for rows that it concerns."""
    preview = request.preview
    if preview is None or preview.version == store.version:
        return
    now = preview_import(store, request)
    before = {row.row: (row.state, row.key, row.changes) for row in preview.rows}
    others = [row.row for row in now.rows if before.get(row.row) != (row.state, row.key, row.changes)]
    if others:
        raise PreviewOutdated(others)


def _refuse(trial: Trial) -> None:
    rejected, request = trial.rejected_rows, trial.prepared.request
    if of_file := [each for each in trial.problems() if not each.row and not each.notice]:
        raise RecordRefused(of_file)
    if not trial.states:
        raise CommandRefused(Sentence(NO_ROWS, {"file": request.table.file}))
    if rejected and (not request.accept_valid or len(rejected) == len(trial.states)):
        errors = [problem for problem in trial.problems() if not problem.notice]
        raise RecordRefused(sorted(errors, key=lambda each: each.row))
