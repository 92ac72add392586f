"""A file of another system from the command line: it is read by a kept profile, or by the proposal where
nothing in it needs a word. What was understood is said before what became of the rows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from data.cli_output import MOST_PROBLEMS, CommandOutcome, Line, error, notice
from data.database import Store
from data.errors import CommandRefused, RecordRefused
from data.foreign.profile import DayOrder, Profile, RowIs
from data.foreign.proposal import (
    KnownWords,
    fitted,
    needed_day_order,
    propose_profile,
    value_questions,
)
from data.foreign.read_file import header_rows, read_foreign, table_of
from data.foreign.sheet import ForeignFile, ForeignTable
from language import N_, Sentence
from workflow.imports import (
    ImportPreview,
    ImportRecord,
    ImportRequest,
    import_table,
    imports,
    known_words,
    preview_import,
    profiles,
    undo_import,
)
from workflow.person import Person

NO_SHEET = N_("{file} has no sheet {sheet}; it has {sheets}.")
NO_HEADER = N_("{file} has no row that names its columns.")
FILLS = N_("Column “{column}” is taken in as {field}.")
NO_PLACE = N_("Columns without a place, which are not stored: {columns}.")
READ_BY = N_("{file} is read by the profile {profile}.")
PROPOSED = N_(
    "There is no profile {profile} yet, so the columns were told by their names and contents. It is kept"
    " under that name once the file is taken in."
)
MISSING = N_("{file} has no column “{column}” any more, which the profile {profile} reads.")
AS_IT_IS = N_("Column “{column}”: “{text}” is not listed, and is taken in as it is written.")
WHICH_ORDER = N_(
    "The days can be read in two ways: it must be said whether the day or the month stands first."
)
ASK = N_(
    "Nothing was stored: take the file in on the page “Take in a file” once and answer there. Then its"
    " profile {profile} answers for you."
)
DUPLICATE = N_(
    "Row {row} is probably “{title}” ({key}), which is there already; it is a new one all the same."
)
COUNTS = N_("{file}: {new} new, {changed} changed, {unchanged} unchanged, {rejected} rejected")
NUMBERED = N_("This is import {number}; python -m data undo {number} takes it back.")
TRIAL = N_("This was a trial: nothing was stored.")
MEND = N_("{file}: nothing was stored; mend the rows, or take in the others with --accept-valid")
LISTED = N_(
    "{number}: {file}, {moment} (UTC) by {who}, profile {profile}: {new} new, {changed} changed, {unchanged}"
    " unchanged, {rejected} rejected. SHA-256 {sha256}"
)
LISTED_UNDONE = N_("{number}: undone {moment} (UTC) by {who}")
NONE_YET = N_("No file of another system was taken in yet.")
KEPT = N_("“{title}” ({key}) was changed since, and stays as it is.")


@dataclass(frozen=True)
class ForeignImport:
    """What the command was asked: the file, the profile's name and the sheet's (empty: not said), and how."""

    path: Path
    profile: str = ""
    sheet: str = ""
    dry_run: bool = False
    accept_valid: bool = False


def import_file(
    store: Store, person: Person, foreign_import: ForeignImport, *, at: datetime
) -> CommandOutcome:
    """Take a foreign file in; gives what is to be said and the exit status. Raises
    :class:`data.errors.UnreadableFile`, :class:`data.errors.CommandRefused`.
    """
    file = read_foreign(foreign_import.path.name, foreign_import.path.read_bytes())
    known = known_words(store)
    name = foreign_import.profile or foreign_import.path.stem
    kept = next((each for each in profiles(store) if each.name == name), None)
    table, profile, missing = _understood(file, foreign_import.sheet, kept or Profile(name), known)
    profile, words_as_they_are = _with_free_words(table, profile, known)
    lines = [notice(sentence) for sentence in (*file.notices, *table.notices)]
    values = {"file": file.name, "profile": name}
    lines.append(Line(Sentence(READ_BY if kept else PROPOSED, values)))
    lines += [Line(Sentence(FILLS, {"column": use.column, "field": use.fills})) for use in profile.columns]
    lines += words_as_they_are
    questions = [error(Sentence(MISSING, {**values, "column": column})) for column in missing]
    questions += list(_questions(table, profile, known))
    if questions:
        return CommandOutcome(1, [*lines, *questions, Line(Sentence(ASK, values))])
    request = ImportRequest(table, profile, file.sha256, foreign_import.accept_valid)
    return _taken_in(store, person, request, lines, (foreign_import.dry_run, at))


def list_imports(store: Store) -> CommandOutcome:
    """All imports, newest first."""
    lines = []
    for each in imports(store):
        values = {name: getattr(each, name) for name in ("file", "who", "profile", "sha256")}
        values |= {name: getattr(each, name) for name in ("new", "changed", "unchanged", "rejected")}
        number = str(each.number)
        lines.append(
            Line(Sentence(LISTED, {**values, "number": number, "moment": _moment(each.imported_at)}))
        )
        if each.undone_at is not None:
            undone = {"number": number, "who": each.undone_by, "moment": _moment(each.undone_at)}
            lines.append(Line(Sentence(LISTED_UNDONE, undone)))
    return CommandOutcome(0, lines or [Line(Sentence(NONE_YET))])


def undo(store: Store, person: Person, number: int, *, at: datetime) -> CommandOutcome:
    """Undo an import, and name what was kept. Raises :class:`data.errors.CommandRefused`."""
    outcome = undo_import(store, person, number, undone_at=at)
    kept = [notice(Sentence(KEPT, {"key": key, "title": title})) for key, title in outcome.kept]
    return CommandOutcome(
        0,
        [
            *kept,
            Line(
                Sentence(
                    N_("{count} consultation was set back or taken away."),
                    plural=N_("{count} consultations were set back or taken away."),
                    count=outcome.undone,
                )
            ),
        ],
    )


def _understood(
    file: ForeignFile, sheet_name: str, kept: Profile, known: KnownWords
) -> tuple[ForeignTable, Profile, list[str]]:
    """The table of the sheet in which most columns are known, its profile, and the columns that a kept one
    names and the file lacks.
    """
    sheets = [sheet for sheet in file.sheets if sheet_name in ("", sheet.name)]
    if not sheets:
        names = tuple(sheet.name for sheet in file.sheets)
        raise CommandRefused(Sentence(NO_SHEET, {"file": file.name, "sheet": sheet_name, "sheets": names}))
    fits = []
    for sheet in sheets:
        for row in header_rows(sheet)[: 5 if kept.columns else 1]:
            table = table_of(file, sheet, row)
            if kept.columns:
                fits.append((table, *fitted(kept, table)))
            else:
                fits.append((table, propose_profile(table, known, name=kept.name), []))
    if not fits:
        raise CommandRefused(Sentence(NO_HEADER, {"file": file.name}))
    table, profile, missing = max(fits, key=lambda fit: (len(fit[1].columns), len(fit[0].cells) > 0))
    day_order = needed_day_order(table, profile)
    if profile.day_order is None and isinstance(day_order, DayOrder):
        profile = replace(profile, day_order=day_order)
    return table, profile, missing


def _with_free_words(table: ForeignTable, profile: Profile, known: KnownWords) -> tuple[Profile, list[Line]]:
    """The profile with words that may stand as they are, such as a method that is not listed yet; and a
    notice of each.
    """
    if profile.row_is is RowIs.RESPONDENT:
        return profile, []
    free = [each for each in value_questions(table, profile, known) if each.suggestion == each.text]
    uses = (
        replace(
            use, values={**use.values, **{each.text: each.text for each in free if each.column == use.column}}
        )
        for use in profile.columns
    )
    notices = [notice(Sentence(AS_IT_IS, {"column": each.column, "text": each.text})) for each in free]
    return replace(profile, columns=tuple(uses)), notices


def _questions(table: ForeignTable, profile: Profile, known: KnownWords) -> Iterator[Line]:
    """What a person must say before the file can be taken in."""
    if profile.row_is is RowIs.RESPONDENT:
        return  # the translation says that it is counted elsewhere
    for each in value_questions(table, profile, known)[:MOST_PROBLEMS]:
        values = {"column": each.column, "text": each.text, "field": each.fills, "meaning": each.suggestion}
        yield error(_probably(values, each.rows) if each.suggestion else _unknown(values, each.rows))
    if profile.day_order is None and needed_day_order(table, profile) is False:
        yield error(Sentence(WHICH_ORDER))


def _probably(values: Mapping[str, object], rows: int) -> Sentence:
    return Sentence(
        N_("Column “{column}”: does “{text}” mean {meaning} as {field}? It stands in {count} row."),
        values,
        plural=N_("Column “{column}”: does “{text}” mean {meaning} as {field}? It stands in {count} rows."),
        count=rows,
    )


def _unknown(values: Mapping[str, object], rows: int) -> Sentence:
    return Sentence(
        N_("Column “{column}”: what does “{text}” mean as {field}? It stands in {count} row."),
        values,
        plural=N_("Column “{column}”: what does “{text}” mean as {field}? It stands in {count} rows."),
        count=rows,
    )


def _taken_in(
    store: Store, person: Person, request: ImportRequest, lines: Sequence[Line], how: tuple[bool, datetime]
) -> CommandOutcome:
    is_trial, at = how
    preview = preview_import(store, request)
    output_lines = [*lines, *_said(preview)]
    record: ImportRecord | None = None
    try:
        if not is_trial:
            record = import_table(store, person, replace(request, preview=preview), imported_at=at)
    except RecordRefused:
        output_lines.append(Line(Sentence(MEND, {"file": request.table.file})))
        return CommandOutcome(1, [*output_lines, _counts(request, preview)])
    output_lines.append(_counts(request, preview))
    if record is None:
        output_lines.append(Line(Sentence(TRIAL)))
    else:
        output_lines.append(Line(Sentence(NUMBERED, {"number": str(record.number)})))
    has_errors = any(not each.notice for each in preview.problems)
    return CommandOutcome(1 if preview.count("rejected") or has_errors else 0, output_lines)


def _said(preview: ImportPreview) -> Iterator[Line]:
    """What is told of the rows, the first of very many, and of the columns that are left out."""
    if preview.unplaced:
        yield Line(Sentence(NO_PLACE, {"columns": tuple(f"“{name}”" for name in preview.unplaced)}))
    problems = [*preview.problems, *(each for row in preview.rows for each in row.problems)]
    for each in sorted(problems, key=lambda each: each.notice)[:MOST_PROBLEMS]:
        yield notice(each.sentence) if each.notice else error(each.sentence)
    for twin in preview.duplicates[:MOST_PROBLEMS]:
        title = twin.values["title"][1] if "title" in twin.values else twin.other_key
        yield notice(Sentence(DUPLICATE, {"row": str(twin.row), "title": title, "key": twin.other_key}))


def _counts(request: ImportRequest, preview: ImportPreview) -> Line:
    states = ("new", "changed", "unchanged", "rejected")
    counts = {state: preview.count(state) for state in states}
    return Line(Sentence(COUNTS, {"file": request.table.file, **counts}))


def _moment(moment: datetime) -> str:
    return moment.isoformat(" ", "minutes")
