"""A file's cells in canonical form, and everything that is said of them one by one: columns, cells, rows
that are there twice.
"""

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass
from difflib import get_close_matches

import pandas as pd

from data.errors import RecordProblem
from data.ingest.cells import UnreadableCell, canonical, oddities
from data.ingest.csv_file import SourceTable
from data.ingest.date_order import doubtful_dates
from data.ingest.spellings import GROUPS, in_one_spelling
from data.schema import Column, Table
from data.validation.violation import Violation
from language import N_, Sentence


@dataclass(frozen=True)
class Canonical:
    """A file's cells (text or None), each row once, and what was said of them.

    ``cells`` is None where the columns don't fit. ``contradicted`` holds rows that another row of the file
    contradicts; that other row is the one that an error speaks of.
    """

    cells: pd.DataFrame | None
    problems: list[RecordProblem]
    contradicted: Set[int] = frozenset()


def canonical_cells(
    table: Table, sheet: SourceTable, stored_groups: Collection[tuple[str, str]] = frozenset()
) -> Canonical:
    """Every cell as it will be stored; groups as they are written in the register already
    (:func:`data.ingest.spellings.in_one_spelling`).
    """
    problems = _header_errors(table, sheet)
    if problems:
        return Canonical(None, problems)
    columns = {}
    doubts = doubtful_dates(table, sheet)
    for column in table.columns:
        if column.name in sheet.cells:
            columns[column.name], column_problems = _canonical_column(
                column, sheet, doubts.get(column.name, {})
            )
            problems += column_problems
        elif column.name in table.key:
            columns[column.name] = pd.Series(None, index=sheet.cells.index, dtype=object)
    cells = pd.DataFrame(columns, index=sheet.cells.index, dtype=object)
    if table.name == GROUPS:
        cells = in_one_spelling(cells, stored_groups)
    surplus = Sentence(
        N_("has more cells than there are columns; look for a comma or semicolon outside quotation marks")
    )
    problems += [RecordProblem(sheet.name, row, "", "", surplus) for row in sheet.surplus]
    return _each_once(table, sheet, cells, problems)


def point_at(sheet: SourceTable, breach: Violation) -> list[RecordProblem]:
    """An error, or a notice, for every row that breaks a rule."""
    rows = breach.rows.index[breach.rows.to_numpy(dtype=bool)]
    texts = sheet.cells.loc[rows, breach.column].to_dict() if breach.column in sheet.cells else {}
    return [
        RecordProblem(
            sheet.name, int(row), breach.column, str(texts.get(row, "")), breach.reason_of(row), breach.notice
        )
        for row in rows
    ]


def _header_errors(table: Table, sheet: SourceTable) -> list[RecordProblem]:
    problems = [
        RecordProblem(sheet.name, 1, name, name, _no_column(name, table, sheet))
        for name in sheet.cells.columns
        if name not in table.names
    ]
    missing = [column.name for column in table.columns if column.required and column.name not in sheet.cells]
    reason = Sentence(N_("is missing; {table} needs this column"), {"table": table.name})
    return problems + [RecordProblem(sheet.name, 1, name, "", reason) for name in missing]


def _no_column(name: str, table: Table, sheet: SourceTable) -> Sentence:
    """What a column was meant to be: one that is close, or any of those that the file does not have yet."""
    free = [each for each in table.names if each not in sheet.cells]
    near = get_close_matches(name, free, n=3, cutoff=0.6)
    if near:
        return Sentence(
            N_("is no column of {table}; close to it are {which}"),
            {"table": table.name, "which": tuple(near)},
        )
    return Sentence(
        N_("is no column of {table}. Its columns are {which}"),
        {"table": table.name, "which": tuple(table.names)},
    )


def _canonical_column(
    column: Column, sheet: SourceTable, doubts: Mapping[str, Sentence]
) -> tuple[pd.Series, list[RecordProblem]]:
    """One column, each different cell parsed once; the texts in ``doubts`` are refused with its sentence."""
    raw = sheet.cells[column.name]
    value_by_text: dict[str, str | None] = {}
    sentences_by_text: dict[str, list[tuple[Sentence, bool]]] = {}
    for text in raw.unique():
        try:
            if text in doubts:
                raise UnreadableCell(doubts[text].text, **doubts[text].values)
            value_by_text[text] = canonical(column, text)
        except UnreadableCell as problem:
            sentences_by_text[text] = [(problem.sentence, False)]
        else:
            if odd := [(sentence, True) for sentence in oddities(column, text)]:
                sentences_by_text[text] = odd
    rows = raw[raw.isin(list(sentences_by_text))] if sentences_by_text else raw.iloc[:0]
    problems = [
        RecordProblem(sheet.name, row, column.name, text, sentence, notice)
        for row, text in zip(rows.index, rows, strict=True)
        for sentence, notice in sentences_by_text[text]
    ]
    values = [value_by_text.get(text) for text in raw]
    return pd.Series(values, index=raw.index, dtype=object), problems


def _each_once(
    table: Table, sheet: SourceTable, cells: pd.DataFrame, problems: list[RecordProblem]
) -> Canonical:
    """Rows of one key: the same row again counts once, another one contradicts it and neither can be taken
    in.
    """
    keys = cells[list(table.key)].fillna("")
    twice = keys.duplicated(keep="first") & (keys != "").any(axis=1)
    if not twice.any():
        return Canonical(cells, problems)
    first = {
        key: row
        for row, key in reversed(list(zip(cells.index, keys.itertuples(index=False, name=None), strict=True)))
    }
    former = {row: first[tuple(keys.loc[row])] for row in cells.index[twice]}
    texts = cells.fillna("")
    same = {row for row, place in former.items() if texts.loc[row].equals(texts.loc[place])}
    again = Sentence(N_("stands in row {row} already, word for word; it counts once"))
    other = Sentence(
        N_(
            "has the same {columns} as row {row} and says something else; none of them is taken in: keep the"
            " one that is right"
        ),
        {"columns": table.key},
    )
    for row, place in former.items():
        reason = Sentence((again if row in same else other).text, {**other.values, "row": str(place)})
        problems.append(
            RecordProblem(
                sheet.name,
                row,
                table.key[0],
                str(sheet.cells.get(table.key[0], {}).get(row, "")),
                reason,
                row in same,
            )
        )
    contradicted_rows = {place for row, place in former.items() if row not in same}
    return Canonical(cells.drop(index=list(same)), problems, contradicted_rows)
