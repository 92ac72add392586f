"""How the file on its way in is understood so far: what was proposed, with every answer laid over it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from data.foreign.profile import ColumnUse, DayOrder, Profile, RowIs
from data.foreign.proposal import (
    KnownWords,
    ValueQuestion,
    fitted,
    needed_day_order,
    propose_profile,
    value_questions,
)
from data.foreign.read_file import table_of
from data.foreign.sheet import ForeignTable
from data.schema import TABLES
from language import N_
from pages import session
from pages.components.import_arrangement import Arrangement, arrangement_of
from pages.components.import_questionnaire import looks_like_survey
from pages.components.import_state import Upload, answer, once
from pages.components.import_survey import (
    CountedSurvey,
    counted,
    profile_of_counts,
    table_of_counts,
)
from workflow.imports import ImportRequest, known_words, profiles

KINDS: Mapping[str, tuple[RowIs, str]] = {
    "consultation": (RowIs.CONSULTATION, "consultations"),
    "part": (RowIs.PART, "consultations"),
    "event": (RowIs.EVENT, "consultations"),
    "group": (RowIs.CONSULTATION, "consultation_groups"),
    "counts": (RowIs.CONSULTATION, "experiences"),
    "respondent": (RowIs.RESPONDENT, "experiences"),
}
KIND_LABELS: Mapping[str, str] = {
    "consultation": N_("A consultation"),
    "part": N_("An idea, a response or a meeting in a consultation"),
    "event": N_("A day in the life of a consultation"),
    "group": N_("A group in a consultation"),
    "counts": N_("Counted answers to one question about a consultation"),
    "respondent": N_("One person's answers to the questionnaire"),
}
NEVER_FILLED = ("removed_at", "removed_by")


@dataclass(frozen=True)
class Draft:
    """A file and how it is understood so far. ``scope`` begins the places of all answers about its columns;
    ``missing`` names columns that the kept profile knows and the file lacks.
    """

    upload: Upload
    arrangement: Arrangement
    scope: str
    table: ForeignTable
    kind: str
    profile: Profile
    known: KnownWords
    missing: Sequence[str]
    questions: Sequence[ValueQuestion]
    day_order: DayOrder | bool | None
    survey: CountedSurvey | None = None
    """Of a survey tool's export, how it is counted; its counts are the table."""

    @property
    def is_kept(self) -> bool:
        """Whether a kept profile reads the whole file."""
        return bool(self.arrangement.profile) and not self.missing

    @property
    def fields(self) -> Sequence[str]:
        """What a column may fill."""
        return fields_of(self.profile.table)

    def fills(self, column: str) -> str:
        """What a column fills; empty where it has no place."""
        return next((use.fills for use in self.profile.columns if use.column == column), "")

    def request(self, *, accept_valid: bool, merges: Mapping[int, str]) -> ImportRequest:
        """The file as it is to be taken in."""
        return ImportRequest(self.table, self.profile, self.upload.file.sha256, accept_valid, merges)


def fields_of(table: str) -> Sequence[str]:
    """What a column of a foreign file may fill in a table."""
    return [name for name in TABLES[table].names if name not in NEVER_FILLED]


def draft_of(upload: Upload) -> Draft:
    """The file with everything that is answered about it."""
    store, sha, version = session.store(), upload.file.sha256, session.version()
    kept = once("profiles", version, lambda: {each.name: each for each in profiles(store)})
    known = once("known", version, lambda: known_words(store))
    arrangement = arrangement_of(upload.file, kept, known)
    sheet = upload.file.sheets[arrangement.sheet]
    table = once("table", (sha, arrangement), lambda: table_of(upload.file, sheet, arrangement.header_row))
    base, missing = once(
        "base",
        (sha, arrangement, version),
        lambda: _base(table, kept.get(arrangement.profile), known, upload),
    )
    columns = repr((sorted(table.cells.columns), arrangement.profile))
    scope = f"{hashlib.sha256(columns.encode()).hexdigest()[:16]} "
    kind = answer(f"{scope}kind", _kind_of(base, table))
    survey = None
    if kind == "respondent":
        survey = counted(upload, arrangement, scope)
        table = table_of_counts(upload, survey, scope)
        profile = profile_of_counts(answer(f"{scope}name", base.name))
    else:
        base = _for_kind(base, kind, table, known)
        profile = _with_columns(base, kind, scope, table)
    key = (sha, arrangement, version, repr(profile), tuple(table.cells.get("consultation", ())))
    questions = once("questions", key, lambda: value_questions(table, profile, known))
    day_order = once("day order", key, lambda: needed_day_order(table, profile))
    profile = _with_values(profile, scope, questions, day_order)
    return Draft(
        upload, arrangement, scope, table, kind, profile, known, missing, questions, day_order, survey
    )


def _base(
    table: ForeignTable, kept: Profile | None, known: KnownWords, upload: Upload
) -> tuple[Profile, Sequence[str]]:
    if kept is not None:
        return fitted(kept, table)
    return propose_profile(table, known, name=PurePath(upload.name).stem), ()


def _for_kind(base: Profile, kind: str, table: ForeignTable, known: KnownWords) -> Profile:
    """The proposal for what a person says one row is, where that is another table's."""
    name = KINDS[kind][1]
    if base.table == name:
        return base
    return once(
        "other table",
        (repr(base), name, tuple(table.cells.columns)),
        lambda: propose_profile(table, known, name=base.name, target=name),
    )


def _kind_of(profile: Profile, table: ForeignTable) -> str:
    if profile.table == "consultations" and looks_like_survey(list(table.cells.columns)):
        return "respondent"
    kind = (profile.row_is, profile.table)
    return next((key for key, each in KINDS.items() if each == kind), "consultation")


def _with_columns(base: Profile, kind: str, scope: str, table: ForeignTable) -> Profile:
    """The profile with what was answered about rows and columns."""
    row_is, name = KINDS[kind]
    uses = {use.column: use for use in base.columns}
    columns = []
    for column in table.cells.columns:
        before = uses.get(column, ColumnUse(column, ""))
        fills = answer(f"{scope}column {column}", before.fills)
        if fills in fields_of(name):
            columns.append(before if fills == before.fills else ColumnUse(column, fills))
    constants = {
        field: value
        for field in fields_of(name)
        if (value := answer(f"{scope}constant {field}", base.constants.get(field, "")))
        and field not in [use.fills for use in columns]
    }
    return replace(
        base,
        name=answer(f"{scope}name", base.name).strip() or base.name,
        row_is=row_is,
        table=name,
        sheet=table.sheet,
        header_row=table.header_row,
        columns=tuple(columns),
        constants=constants,
        identity=tuple(answer(f"{scope}identity {kind}", base.identity)),
        count_into=answer(f"{scope}count", base.count_into) if kind == "part" else "",
        event_column=answer(f"{scope}event column", base.event_column) if kind == "event" else "",
        date_column=answer(f"{scope}date column", base.date_column) if kind == "event" else "",
        events=_events(base, scope, table) if kind == "event" else {},
    )


def _events(base: Profile, scope: str, table: ForeignTable) -> Mapping[str, str]:
    """Which date field each event fills; those without one are left out."""
    column = answer(f"{scope}event column", base.event_column)
    events = table.cells[column].unique() if column in table.cells else ()
    answers = {event: answer(f"{scope}event {event}", base.events.get(event, "")) for event in events}
    return {event: field for event, field in answers.items() if event and field}


def _with_values(
    profile: Profile, scope: str, questions: Sequence[ValueQuestion], day_order: DayOrder | bool | None
) -> Profile:
    """The profile with the words that were given for the file's texts, and the order of day and month."""
    order = day_order if isinstance(day_order, DayOrder) else profile.day_order
    if day_order is False:
        order = answer(f"{scope}day order", profile.day_order)
    answers: dict[str, dict[str, str]] = {}
    for question in questions:
        value = answer(f"{scope}value {question.column} {question.text}", question.suggestion)
        if value is not None:
            answers.setdefault(question.column, {})[question.text] = value
    columns = (replace(use, values={**use.values, **answers.get(use.column, {})}) for use in profile.columns)
    return replace(profile, columns=tuple(columns), day_order=order)
