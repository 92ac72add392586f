"""What would become of each row of a file, field by field, and which new rows are probably known already."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from data import queries
from data.database import Store
from data.errors import RecordProblem
from data.foreign.changes import Changes, Pair, changes_by_row
from data.foreign.plan import CONSULTATIONS, KEY, file_rows
from evaluation.likely_duplicates import Candidate, likely_pairs
from evaluation.round_names import IN_SENTENCE, term_in_words
from language import N_, Sentence
from workflow.import_trial import Trial, prepare, settled
from workflow.import_values import NEW, REJECTED, Duplicate, ImportPreview, ImportRequest, RowPreview

STAYS_REMOVED = N_("is a consultation that was removed here; it stays removed")


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
    unplaced = list(trial.prepared.translation.unplaced)
    return ImportPreview(rows, duplicates, unplaced, [*of_file, *_closed_rounds(trial)], version)


def _rows(
    trial: Trial,
    changes: Mapping[int, Mapping[str, Pair]],
    problems_by_row: dict[int, list[RecordProblem]],
) -> Iterator[RowPreview]:
    """A preview for every row; takes its problems from those that are left to be told of the file."""
    named = _named(trial)
    states = trial.states | dict.fromkeys(trial.prepared.unfit_rows & problems_by_row.keys(), REJECTED)
    for row, state in sorted(states.items()):
        key, title = named.get(row, ("", ""))
        problems = tuple(problems_by_row.pop(row, ()))
        yield RowPreview(row, state, key, title, changes.get(row, {}), problems)


def _named(trial: Trial) -> dict[int, tuple[str, str]]:
    """By row of the file its consultation's key and title."""
    if not trial.plan.tables:
        return {}
    _, sheet = trial.plan.tables[0]
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
            rows = changes_by_row(cursor, table, outcome.cells, outcome.states)
            names = outcome.cells[table.key[1]].to_dict() if len(table.key) > 1 else {}
            for row, changes in rows.items():
                place = int(places[row])
                named = _under_name(changes, str(names[row])) if names else changes
                by_row[place] = {**by_row[place], **named} if place in by_row else named
    return by_row


def _under_name(changes: Mapping[str, Pair], name: str) -> Mapping[str, Pair]:
    return {f"{name}: {field}": pair for field, pair in changes.items()}


def _duplicates(store: Store, trial: Trial) -> list[Duplicate]:
    """The new rows that are probably known already, but for those that a person has said a word about."""
    if not trial.plan.tables or trial.plan.tables[0][0].name != CONSULTATIONS:
        return []
    outcome, places = trial.outcomes[0], trial.places[0]
    if outcome.cells is None or outcome.states is None:
        return []
    is_decided = places.reindex(outcome.cells.index).isin(list(trial.prepared.request.merges))
    new = outcome.cells[(outcome.states == NEW) & ~is_decided]
    if new.empty or "title" not in new:
        return []
    rows = [int(row) for row in places.loc[new.index]]
    stored = queries.imports.comparable(store)
    pairs = list(likely_pairs(_candidates(new, rows), _candidates(stored)))
    names = [name for name in new.columns if name != KEY]
    own = dict(zip(rows, new[names].itertuples(index=False, name=None), strict=True))
    keys = {other.key for _, other in pairs if other.row is None}
    others = queries.exchange_rows.of_consultations(store, keys, names)
    return [
        Duplicate(
            one.row,
            other.key,
            other.row,
            Changes(
                names, own[one.row], others[other.key] if other.row is None else own[other.row], is_whole=True
            ),
        )
        for one, other in pairs
        if one.row is not None
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
        text = Sentence(
            N_(
                "{count} consultation belongs to {round}, which is closed. That round keeps its result: what"
                " is taken in does not move it."
            ),
            {"round": name},
            plural=N_(
                "{count} consultations belong to {round}, which is closed. That round keeps its result: what"
                " is taken in does not move it."
            ),
            count=count,
        )
        yield RecordProblem(file, 0, "", "", text, notice=True)


def _candidates(records: pd.DataFrame, rows: Sequence[int] | None = None) -> list[Candidate]:
    """What may tell a record from another; a column that is not there says nothing."""
    columns = (
        records[name] if name in records else [None] * len(records)
        for name in ("start_on", "end_on", "case_number")
    )
    places: Sequence[int | None] = rows or [None] * len(records)
    return [
        Candidate(str(key), str(title or ""), start, end, number, row)
        for key, title, start, end, number, row in zip(
            records[KEY], records["title"], *columns, places, strict=True
        )
    ]
