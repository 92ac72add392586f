"""A file taken in within a transaction: what became of each of its rows, whether it is kept or not."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from data import queries
from data.database import Cursor, Store
from data.errors import RecordProblem
from data.foreign.identities import KeysByIdentity
from data.foreign.import_log import newest_entry, rounds_touched
from data.foreign.plan import CONSULTATIONS, KEY, Matches, Plan, file_rows, plan
from data.foreign.profile_text import with_places
from data.foreign.proposal import KnownWords
from data.foreign.sheet import ForeignTable
from data.foreign.translation import Translation, translate
from data.import_pipeline import ImportOutcome, Options, take_in_with
from data.queries import round_days
from language import N_, Sentence
from workflow.import_values import CHANGED, NEW, REJECTED, UNCHANGED, ImportRequest

EXAMPLE = r"\s*(?:EKSEMPEL|EXAMPLE)\b"
"""How the title of a template's example begins."""
IS_EXAMPLE = N_("is the example of the template and is not taken in")


@dataclass(frozen=True)
class Prepared:
    """A file in exchange form, beside what is known of its rows. ``problems`` are those of single cells that
    no exchange row can carry, at the row of the file that stands for them; ``removed_keys`` the
    consultations that people removed.
    """

    request: ImportRequest
    translation: Translation
    matches: Matches
    problems: Sequence[RecordProblem]
    keys: Mapping[str, str]
    removed_keys: Set[str]
    titles: Mapping[str, str]

    @property
    def unfit_rows(self) -> frozenset[int]:
        """Rows of the file that can't be taken in, whatever the checks say."""
        return frozenset(problem.row for problem in self.problems if problem.row and not problem.notice)


@dataclass(frozen=True)
class Trial:
    """What became of the rows in one transaction; ``rounds`` says how many consultations of which closed
    round were written.
    """

    prepared: Prepared
    plan: Plan
    outcomes: Sequence[ImportOutcome]
    rounds: Mapping[str, int]

    @cached_property
    def places(self) -> list[pd.Series]:
        """By table and row its row in the file."""
        return [file_rows(sheet) for _, sheet in self.plan.tables]

    @cached_property
    def states(self) -> dict[int, str]:
        """By row of the file what became of it, those that were put together with another one as that one;
        a row is rejected as a whole.
        """
        if not self.plan.tables:
            return {}
        of_tables = [
            pd.Series(REJECTED, places.index) if outcome.states is None else outcome.states
            for outcome, places in zip(self.outcomes, self.places, strict=True)
        ]
        parts = [
            pd.Series(states.to_numpy(), index=places.loc[states.index], dtype=object)
            for states, places in zip(of_tables, self.places, strict=True)
        ]
        first = of_tables[0]
        rows = file_rows(self.prepared.translation.tables[0][1])
        joined = {int(rows[row]): str(first[base]) for row, base in self.plan.joined.items()}
        states = pd.concat(parts) if len(parts) > 1 else parts[0]
        if states.index.duplicated().any():
            states = states.groupby(level=0).agg(_whole_state)
        return dict(zip(states.index.tolist(), states.tolist(), strict=True)) | joined

    @cached_property
    def rejected_rows(self) -> frozenset[int]:
        """The rows of the file of which nothing is stored."""
        return frozenset(row for row, state in self.states.items() if state == REJECTED)

    def problems(self) -> Iterator[RecordProblem]:
        """Everything that is said of rows and cells, each problem where it lies and not where it leads."""
        yield from self.prepared.problems
        for place, outcome in enumerate(self.outcomes):
            for problem in outcome.problems:
                if not (place and _is_consequence(problem) and problem.row in self.rejected_rows):
                    yield problem

    def key_by_identity(self) -> dict[str, str]:
        """The consultations of the rows that are taken in, by what tells them; those that are known already
        are left out.
        """
        if not self.plan.tables or self.plan.tables[0][0].name != CONSULTATIONS:
            return {}
        known, joined = self.prepared.keys, self.plan.joined
        rows = file_rows(self.prepared.translation.tables[0][1]).to_dict()
        keys = self.plan.tables[0][1].cells[KEY].to_dict()
        keys_by_identity = {
            identity: str(keys[joined.get(row, row)])
            for row, identity in self.prepared.translation.identities.items()
            if row in rows and rows[row] not in self.rejected_rows
        }
        return {identity: key for identity, key in keys_by_identity.items() if known.get(identity) != key}


def known_words(store: Store) -> KnownWords:
    """The bodies, methods and consultations of the register, as a file may name them."""
    methods = {
        each.key: (each.name_da, each.name_en, *each.aliases) for each in queries.methods.listed(store)
    }
    names = queries.imports.names_of_consultations(store)
    return KnownWords(
        queries.bodies.names(store),
        methods,
        queries.consultations.titles(store),
        queries.bodies.levels(store),
        names["case_number"],
        names["source_key"],
        names["url"],
    )


def prepare(store: Store, request: ImportRequest) -> Prepared:
    """The file in exchange form. Nothing is written."""
    known = known_words(store)
    keys = KeysByIdentity(queries.imports.key_by_identity(store, request.profile.name))
    removed, undone = queries.imports.removed_keys(store)
    table, examples = _without_examples(request)
    translation = translate(table, with_places(request.profile), known, keys=keys)
    rows = translation.group_rows
    problems = [replace(each, row=rows.get(each.row, each.row)) for each in translation.problems]
    problems += [RecordProblem(table.file, 0, "", "", each, notice=True) for each in table.notices]
    matched = {*keys.values(), *(key for key in request.merges.values() if key)}
    return Prepared(
        request,
        translation,
        Matches(request.merges, matched, undone, _not_filled(request)),
        [*examples, *problems],
        keys,
        removed,
        known.titles,
    )


def settled(store: Store, prepared: Prepared) -> tuple[frozenset[int], Trial]:
    """The rows that can't be taken in, when a row of the file is taken in whole or not at all; and the trial
    that shows it. Nothing is kept.
    """
    unfit = prepared.unfit_rows
    while True:
        trial = _tried(store, prepared, unfit)
        if not _halves(trial):
            return unfit, trial
        unfit |= trial.rejected_rows


def needs_trial(prepared: Prepared) -> bool:
    """Whether a row of the file stands for several records, so that one of them can be good and another
    bad.
    """
    tables = prepared.translation.tables
    return len(tables) > 1 or any(file_rows(sheet).duplicated().any() for _, sheet in tables)


def run(store: Store, cursor: Cursor, prepared: Prepared, who: str, unfit: Set[int]) -> Trial:
    """Take the file in within a transaction that is under way; ``unfit`` rows of the file are left out."""
    planned = plan(cursor, prepared.translation, prepared.matches)
    unfit_by_table = {
        table.name: frozenset(sheet.cells.index[file_rows(sheet).isin(list(unfit))])
        for table, sheet in planned.tables
    }
    begun = newest_entry(cursor)
    outcomes = take_in_with(cursor, planned.tables, Options(who, True, unfit_by_table))
    closed = {each.key for each in queries.rounds.oldest_first(store) if each.status == "closed"}
    days = [each for each in round_days.of_all_rounds(store) if each.round in closed]
    return Trial(prepared, planned, outcomes, rounds_touched(cursor, begun, days) if days else {})


def _tried(store: Store, prepared: Prepared, unfit: Set[int]) -> Trial:
    with store.transaction(keep=False) as cursor:
        return run(store, cursor, prepared, "preview", unfit)


def _halves(trial: Trial) -> bool:
    """Whether of a row that is rejected something else is stored."""
    return any(
        outcome.states is not None
        and (
            places.reindex(outcome.states.index).isin(list(trial.rejected_rows))
            & (outcome.states != REJECTED)
        ).any()
        for outcome, places in zip(trial.outcomes, trial.places, strict=True)
    )


def _whole_state(states: pd.Series) -> str:
    """What a row of the file is whose records became so."""
    there = set(states)
    if REJECTED in there:
        return REJECTED
    if there == {UNCHANGED}:
        return UNCHANGED
    return NEW if states.iloc[0] == NEW else CHANGED


def _is_consequence(problem: RecordProblem) -> bool:
    """Whether it only says that the row's consultation is not there, which its own problems explain."""
    return problem.reason.values.get("table") == CONSULTATIONS


def _without_examples(request: ImportRequest) -> tuple[ForeignTable, list[RecordProblem]]:
    """The rows without the template's example, and that it was passed over."""
    table, titles = request.table, [use.column for use in request.profile.columns if use.fills == "title"]
    if request.profile.table != CONSULTATIONS or not titles or titles[0] not in table.cells:
        return table, []
    texts = table.cells[titles[0]]
    is_example = texts.str.match(EXAMPLE)
    notices = [
        RecordProblem(table.file, row, titles[0], str(text), Sentence(IS_EXAMPLE), notice=True)
        for row, text in zip(texts.index[is_example].tolist(), texts[is_example], strict=True)
    ]
    return (replace(table, cells=table.cells[~is_example]), notices) if notices else (table, [])


def _not_filled(request: ImportRequest) -> frozenset[str]:
    """What an import says by itself of where a row comes from, unless the file does."""
    fields = {*(use.fills for use in request.profile.columns), *request.profile.constants}
    return frozenset({"source", "source_key"} - fields)
