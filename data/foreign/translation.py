"""A foreign table as exchange rows, by its profile."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from data.errors import RecordProblem
from data.foreign import consultation_parts, events
from data.foreign.consultation_keys import ConsultationKeys, identity_cells, identity_of, title_and_days
from data.foreign.grouping import Cell
from data.foreign.known_words import KnownWords
from data.foreign.meanings import Meanings
from data.foreign.profile import Profile, RowIs
from data.foreign.sheet import ForeignTable
from data.foreign.source_rows import KEY, Rows, Source, finished, problems_of
from data.ingest.csv_file import Origin, SourceTable
from data.schema import TABLES, Table
from language import N_, Sentence

CONSULTATIONS = "consultations"
NO_COLUMN = N_("has no column {column} any more; say which column takes its place, or leave the field out")
NO_TITLE = N_("says of no column that it holds the title; without one no consultation can be taken in")
NO_RESPONDENTS = N_(
    "is counted where it is read; choose what else a row is, or take the answers in as a survey"
)
NOT_OWN_KEY = N_("has the same {columns} as row {row}, so the two would be one; keep the row that is right")
SEPARATORS = re.compile(r"[;\n]|, (?=\w)")


@dataclass(frozen=True)
class Translation:
    """Exchange tables in the order in which they are taken in, whose errors point at the foreign file
    (:class:`data.ingest.csv_file.Origin`); problems of single cells that no exchange row could carry; the
    columns without a place; and by row of the first table the texts that tell its consultation again.

    ``group_rows`` gives, of parts and events, by row of the file the row that stands for its consultation.
    """

    tables: Sequence[tuple[Table, SourceTable]]
    problems: Sequence[RecordProblem]
    unplaced: Sequence[str]
    identities: Mapping[int, str]
    group_rows: Mapping[int, int] = field(default_factory=dict)


def translate(
    table: ForeignTable, profile: Profile, known: KnownWords, *, keys: Mapping[str, str]
) -> Translation:
    """The rows in exchange form. ``keys`` gives the consultation's key for an identity that was taken in
    before; others get a free key made of year and title.

    Rows of parts and events are grouped by identity. A cell that can't be read is a problem of its row and is
    left out of it, so that the row can be shown. 0 is zero, an empty cell, "-" and "ukendt" are not known,
    each told apart.
    """
    source = Source(table, profile, Meanings(known), ConsultationKeys(known, keys))
    rows = _rows_of(source)
    problems = [*_of_the_file(source), *sorted(rows.problems, key=lambda problem: problem.row)]
    tables = [_source_table(source, rows)] if rows.values else []
    return Translation(tables, problems, _unplaced(source), rows.identities, rows.group_rows)


def _rows_of(source: Source) -> Rows:
    profile = source.profile
    if profile.row_is is RowIs.RESPONDENT:
        return Rows()
    if profile.table != CONSULTATIONS:
        return _records(source)
    if profile.row_is is RowIs.PART:
        return consultation_parts.grouped(source, Rows())
    return events.grouped(source, Rows()) if profile.row_is is RowIs.EVENT else _consultations(source)


def _consultations(source: Source) -> Rows:
    rows = _read(source)
    texts = identity_cells(source.table, source.profile)
    rows_by_identity: dict[str, int] = {}
    for text, (number, row) in zip(texts, rows.values.items(), strict=True):
        identity = identity_of(text, source.profile) if text else title_and_days(row)
        key = row.get(KEY) or source.keys.stored(identity) or source.keys.new(identity, row)
        rows.identities[number] = identity
        rows.values[number] = finished(source, row | {KEY: key}, text)
        if text and (first := rows_by_identity.setdefault(identity, number)) != number:
            rows.problems += _twice(source, number, (first, text))
    return rows


def _twice(source: Source, number: int, other: tuple[int, str]) -> Iterator[RecordProblem]:
    """That another row has the same identity; word for word the same row counts once."""
    first, text = other
    cells = source.table.cells
    if not (cells.loc[number] == cells.loc[first]).all():
        reason = Sentence(NOT_OWN_KEY, {"columns": source.profile.identity, "row": str(first)})
        yield RecordProblem(source.table.file, number, source.profile.identity[0], text, reason)


def _records(source: Source) -> Rows:
    """Groups or experiences: a row is one of them, and a list of groups in one cell is several."""
    rows = _read(source)
    if source.profile.table == "consultation_groups" and "group" in source.fields:
        rows = _divided(source, rows)
    for number, row in rows.values.items():
        rows.identities[number] = row.get(KEY, "")
        rows.values[number] = {
            **source.constants,
            **{name: text for name, text in row.items() if text},
            KEY: row.get(KEY, ""),
        }
    unnamed = {number for number, row in rows.values.items() if not row[KEY]}
    rows_with_errors = {problem.row for problem in rows.problems if not problem.notice}
    for number in sorted(unnamed - rows_with_errors):
        reason = Sentence(N_("names no consultation; write its key, its case number or its exact title"))
        rows.problems.append(
            RecordProblem(source.table.file, rows.places.get(number, number), "", "", reason)
        )
    return rows


def _divided(source: Source, rows: Rows) -> Rows:
    """A row for each group of a cell that lists several; those after the first get numbers after the
    file's.
    """
    reader = source.reader("group")
    texts = dict(zip(source.rows, source.table.cells[_column(source, "group")].tolist(), strict=True))
    values, places = {}, {}
    following = max(source.rows, default=0)
    for number, row in rows.values.items():
        words = [word for word in SEPARATORS.split(texts[number]) if word.strip()] or [""]
        for place, word in enumerate(words if not reader.is_mapped(texts[number]) else [texts[number]]):
            group = reader(word).values.get("group", "")
            if place and not group:
                continue
            following += bool(place)
            values[following if place else number] = {**row, "group": group}
            places[following if place else number] = number
    return replace(rows, values=values, places=places)


def _read(source: Source) -> Rows:
    """Every row with what its cells are read as, each different text of a column read once."""
    columns: dict[str, list[str]] = {}
    problems: list[RecordProblem] = []
    for fills in source.fields:
        name, texts = _column(source, fills), source.texts(fills)
        reader = source.reader(fills)
        reads = {text: reader(text) for text in dict.fromkeys(texts)}
        for target in dict.fromkeys(target for read in reads.values() for target in read.values):
            values = {text: read.values.get(target, "") for text, read in reads.items()}
            own = [values[text] for text in texts]
            former = columns.get(target)
            columns[target] = (
                own if former is None else [new or old for new, old in zip(own, former, strict=True)]
            )
        if any(read.problem or read.notice for read in reads.values()):
            for row, text in zip(source.rows, texts, strict=True):
                problems += problems_of(source.table.file, Cell(row, name, text, reads[text]))
    names = list(columns)
    values_by_row = zip(*columns.values(), strict=True) if columns else ((),) * len(source.rows)
    rows = {
        row: dict(zip(names, values, strict=True))
        for row, values in zip(source.rows, values_by_row, strict=True)
    }
    return Rows(rows, problems)


def _column(source: Source, fills: str) -> str:
    return next(use.column for use in source.profile.columns if use.fills == fills)


def _source_table(source: Source, rows: Rows) -> tuple[Table, SourceTable]:
    table = TABLES[source.profile.table]
    filled = {name for row in rows.values.values() for name in row}
    names = [name for name in table.names if name in filled]
    cells = pd.DataFrame(
        {name: [row.get(name, "") for row in rows.values.values()] for name in names},
        index=list(rows.values),
        dtype=object,
    )
    file = source.table.file
    places = {number: (file, rows.places.get(number, number)) for number in rows.values}
    origin = Origin(places, {file: _origin_columns(source.profile)})
    return table, SourceTable(file, cells, origin=origin)


def _origin_columns(profile: Profile) -> dict[str, str]:
    """What the file calls the columns of the exchange table."""
    names = {use.fills: use.column for use in profile.columns}
    for field_name in ("contributions", "participants"):
        if field_name in names:
            names.setdefault(f"{field_name}_qualifier", names[field_name])
    if "end_on" in names:
        names.setdefault("no_end", names["end_on"])
    if profile.identity:
        names.setdefault("source_key", profile.identity[0])
    names.setdefault(KEY, profile.identity[0] if profile.identity else names.get("title", KEY))
    return names


def _of_the_file(source: Source) -> Iterator[RecordProblem]:
    """What is said of the file as a whole: columns that the profile names and the file lacks."""
    profile, file = source.profile, source.table.file
    names = [use.column for use in profile.columns] + [
        *profile.identity,
        profile.event_column,
        profile.date_column,
    ]
    for name in dict.fromkeys(names):
        if name and name not in source.table.cells:
            yield RecordProblem(file, 0, "", "", Sentence(NO_COLUMN, {"column": name}))
    if profile.row_is is RowIs.RESPONDENT:
        yield RecordProblem(file, 0, "", "", Sentence(NO_RESPONDENTS))
    elif _needs_title(profile) and "title" not in [*source.fields, *profile.constants]:
        yield RecordProblem(file, 0, "", "", Sentence(NO_TITLE))


def _needs_title(profile: Profile) -> bool:
    return profile.table == CONSULTATIONS and profile.row_is is RowIs.CONSULTATION


def _unplaced(source: Source) -> list[str]:
    profile = source.profile
    used = {use.column for use in profile.columns} | {
        *profile.identity,
        profile.event_column,
        profile.date_column,
    }
    return [name for name in source.table.cells.columns if name not in used]
