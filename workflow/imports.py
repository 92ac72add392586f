"""A file of another system is taken in: previewed, stored as one import, and undone as one.

An empty cell of the file never erases what is stored (:mod:`data.foreign.plan`), and a row that the file
lacks deletes nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime

import pandas as pd

from data import queries
from data.database import Store
from data.errors import CommandRefused, RecordProblem, RecordRefused
from data.foreign import import_log
from data.foreign.changes import Changes, Pair, changes_by_row
from data.foreign.plan import CONSULTATIONS, KEY, file_rows
from data.foreign.profile import Profile
from data.foreign.profile_text import profile_of
from data.models import ImportRecord as ImportRecord
from evaluation.round_names import IN_SENTENCE, term_in_words
from language import N_, Sentence
from workflow.import_duplicates import candidates, likely_pairs
from workflow.import_trial import (
    OF_CLOSED_ROUND,
    OF_CLOSED_ROUND_MANY,
    STAYS_REMOVED,
    Trial,
    needs_trial,
    prepare,
    run,
    settled,
)
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
from workflow.person import Person

NO_ROWS = N_("{file} holds no row that could be taken in. Nothing was stored.")
NO_NAME = N_("Give the import a name, under which it is remembered how the file is read. Nothing was stored.")


def preview_import(store: Store, request: ImportRequest) -> ImportPreview:
    """What would become of each row. Nothing is written."""
    with store.alone():
        version = store.version
        _, trial = settled(store, prepare(store, request))
        changes = _changes(store, trial)
        duplicates = _duplicates(store, trial)
    problems_by_row: dict[int, list[RecordProblem]] = defaultdict(list)
    for problem in [*trial.problems(), *_removed(trial)]:
        problems_by_row[problem.row].append(problem)
    rows = list(_rows(trial, changes, problems_by_row))
    of_file = [each for row in sorted(problems_by_row) for each in problems_by_row[row]]
    return ImportPreview(
        rows,
        duplicates,
        list(trial.prepared.translation.unplaced),
        [*of_file, *_closed_rounds(trial)],
        version,
    )


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
            counts = trial.states.value_counts()
            record = ImportRecord(
                import_log.next_number(cursor),
                imported_at,
                person.name,
                request.table.file,
                request.sha256,
                request.profile.name,
                *(int(counts.get(state, 0)) for state in (NEW, CHANGED, UNCHANGED, REJECTED)),
            )
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


def _refuse_outdated(store: Store, request: ImportRequest) -> None:
    """Only where something was saved since, and only for rows that it concerns."""
    shown = request.preview
    if shown is None or shown.version == store.version:
        return
    now = preview_import(store, request)
    before = {row.row: (row.state, row.key, row.changes) for row in shown.rows}
    others = [row.row for row in now.rows if before.get(row.row) != (row.state, row.key, row.changes)]
    if others:
        raise PreviewOutdated(others)


def _refuse(trial: Trial) -> None:
    rejected, request = trial.rejected_rows, trial.prepared.request
    if of_file := [each for each in trial.problems() if not each.row and not each.notice]:
        raise RecordRefused(of_file)
    if trial.states.empty:
        raise CommandRefused(Sentence(NO_ROWS, {"file": request.table.file}))
    if rejected and (not request.accept_valid or len(rejected) == len(trial.states)):
        errors = [problem for problem in trial.problems() if not problem.notice]
        raise RecordRefused(sorted(errors, key=lambda each: each.row))


def _rows(
    trial: Trial,
    changes: Mapping[int, Mapping[str, Pair]],
    problems_by_row: dict[int, list[RecordProblem]],
) -> Iterator[RowPreview]:
    """A preview for every row; takes its problems from those that are left to be told of the file."""
    named = _named(trial)
    rejected = {row for row in problems_by_row if row in trial.prepared.unfit_rows}
    states = trial.states.to_dict() | {row: REJECTED for row in rejected}
    for row, state in sorted(states.items()):
        key, title = named.get(row, ("", ""))
        problems = tuple(problems_by_row.pop(row, ()))
        yield RowPreview(int(row), state, key, title, changes.get(row, {}), problems)


def _named(trial: Trial) -> dict[int, tuple[str, str]]:
    """By row of the file its consultation's key and title."""
    if not trial.plan.tables:
        return {}
    table, sheet = trial.plan.tables[0]
    titles = trial.prepared.titles
    own = sheet.cells["title"] if "title" in sheet.cells else pd.Series("", index=sheet.cells.index)
    by_row = {
        row: (str(key), str(title) or titles.get(key, ""))
        for row, key, title in zip(trial.places[0], sheet.cells[KEY], own, strict=True)
    }
    rows = file_rows(trial.prepared.translation.tables[0][1])
    return by_row | {int(rows[row]): by_row[rows[first]] for row, first in trial.plan.joined.items()}


def _changes(store: Store, trial: Trial) -> dict[int, Mapping[str, Pair]]:
    """By row of the file what it would change; of what is new all that is filled. Fields of a group or a
    question have its name before them.
    """
    by_row: dict[int, Mapping[str, Pair]] = {}
    with store.transaction(keep=False) as cursor:
        parts = zip(trial.plan.tables, trial.outcomes, trial.places, strict=True)
        for (table, _), outcome, places in parts:
            if outcome.cells is None or outcome.states is None:
                continue
            for row, changes in changes_by_row(cursor, table, outcome.cells, outcome.states).items():
                place = int(places[row])
                if len(table.key) > 1:
                    name = outcome.cells.at[row, table.key[1]]
                    changes = {f"{name}: {field}": pair for field, pair in changes.items()}
                by_row[place] = {**by_row[place], **changes} if place in by_row else changes
    return by_row


def _duplicates(store: Store, trial: Trial) -> list[Duplicate]:
    """The new rows that are probably known already, but for those that a person has said a word about."""
    if not trial.plan.tables or trial.plan.tables[0][0].name != CONSULTATIONS:
        return []
    outcome, places = trial.outcomes[0], trial.places[0]
    if outcome.cells is None or outcome.states is None:
        return []
    is_new = outcome.states == NEW
    decided = places.reindex(is_new.index).isin(list(trial.prepared.request.merges))
    new = outcome.cells[is_new & ~decided]
    if new.empty or "title" not in new:
        return []
    stored = queries.imports.comparable(store)
    pairs = list(
        likely_pairs(
            candidates(new, [int(places[row]) for row in new.index]), candidates(stored, [None] * len(stored))
        )
    )
    names = [name for name in new.columns if name != KEY]
    own = dict(zip((int(places[row]) for row in new.index), new[names].to_numpy(dtype=object), strict=True))
    keys = {other.key for _, other in pairs if other.row is None}
    others = queries.exchange_rows.of_consultations(store, keys, names)
    return [
        Duplicate(
            one.row or 0,
            other.key,
            other.row,
            Changes(names, own[one.row or 0], own[other.row] if other.row else others[other.key], all_filled=True),
        )
        for one, other in pairs
    ]


def _removed(trial: Trial) -> Iterator[RecordProblem]:
    """That rows are of consultations which people removed."""
    if not trial.plan.tables or not trial.prepared.removed_keys:
        return
    _, sheet = trial.plan.tables[0]
    is_removed = sheet.cells[KEY].isin(list(trial.prepared.removed_keys))
    file = trial.prepared.request.table.file
    for row in trial.places[0][is_removed]:
        yield RecordProblem(file, int(row), "", "", Sentence(STAYS_REMOVED), notice=True)


def _closed_rounds(trial: Trial) -> Iterator[RecordProblem]:
    file = trial.prepared.request.table.file
    for key, count in trial.rounds.items():
        term, _, kind = key.partition("/")
        name = Sentence(IN_SENTENCE[kind], {"term": term_in_words(term)}) if kind in IN_SENTENCE else key
        text = Sentence(OF_CLOSED_ROUND, {"round": name}, plural=OF_CLOSED_ROUND_MANY, count=count)
        yield RecordProblem(file, 0, "", "", text, notice=True)
