"""Rows that are ideas, responses or meetings, as the consultations that they are parts of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from data.errors import RecordProblem, UnreadableCell
from data.foreign.cell_readers import ReadCell
from data.foreign.consultation_keys import identity_cells, identity_of
from data.foreign.grouping import Cell, group_field, groups_of
from data.foreign.headers import folded, words_of
from data.foreign.moments import looks_like_day
from data.foreign.source_rows import KEY, Rows, Source, finished, problems_of
from data.foreign.system_hints import WITHDRAWN
from data.foreign.unknown_words import says_nothing
from data.ingest.numbers import read_whole_number
from language import N_, Sentence

NO_OWNER = N_("says not which consultation it belongs to: {columns} is empty")
NEW_WITHOUT_TITLE = N_(
    "belongs to “{identity}”, which the register does not know, and no column holds its title; take its"
    " consultation in first, or say which column is the title"
)
ANSWERS = {"yes": "1", "ja": "1", "true": "1", "no": "0", "nej": "0", "false": "0"}


def grouped(source: Source, rows: Rows) -> Rows:
    """A row for each consultation, its parts counted and summed."""
    texts = identity_cells(source.table, source.profile)
    identities = [identity_of(text, source.profile) for text in texts]
    cells = {fills: _cells(source, fills) for fills in source.fields}
    for column in cells.values():
        for cell in column:
            rows.problems += problems_of(source.table.file, cell)
    rows.problems += no_owner(source, texts, range(len(texts)))
    for identity, places in groups_of(identities).items():
        values = _values(source, rows, cells, places)
        if source.profile.count_into:
            values.setdefault(source.profile.count_into, str(len(places)))
        add(source, rows, (identity, texts[places[0]], places), values)
    rows.problems += _withdrawn(source)
    return rows


def add(source: Source, rows: Rows, group: tuple[str, str, Sequence[int]], values: Mapping[str, str]) -> None:
    """Put a group in as one row, at the number of its first one; ``group`` is its identity, that as it stands
    in the file, and its places. Of a consultation that is stored only what its parts say is written.
    """
    identity, text, places = group
    numbers = source.rows
    first = numbers[places[0]]
    rows.identities[first] = identity
    rows.group_rows |= {numbers[place]: first for place in places}
    if key := source.keys.of_parts(identity, values):
        title = values.get("title") or source.keys.title(key)
        rows.values[first] = {**source.profile.constants, **values, KEY: key, "title": title}
        return
    row = finished(source, {**values, KEY: source.keys.new(identity, values)}, text)
    rows.values[first] = row
    if not row.get("title"):
        reason = Sentence(NEW_WITHOUT_TITLE, {"identity": text})
        rows.problems.append(
            RecordProblem(source.table.file, first, source.profile.identity[0], text, reason)
        )


def no_owner(source: Source, texts: Sequence[str], places: Iterable[int]) -> Iterator[RecordProblem]:
    """A problem for every row, of those at some places, that does not say whose it is."""
    reason = Sentence(NO_OWNER, {"columns": source.profile.identity})
    for place in places:
        if not texts[place]:
            yield RecordProblem(source.table.file, source.rows[place], "", "", reason)


def _values(
    source: Source, rows: Rows, cells: Mapping[str, Sequence[Cell]], places: Sequence[int]
) -> dict[str, str]:
    values: dict[str, str] = {}
    for fills, column in cells.items():
        group = group_field(fills, [column[place] for place in places])
        values |= group.values
        rows.problems += [
            RecordProblem(source.table.file, cell.row, cell.column, cell.text, reason)
            for cell, reason in group.contradictions
        ]
    return values


def _cells(source: Source, fills: str) -> list[Cell]:
    """The cells of a field; those of the field that parts are counted into, or of their answers, as 1 or
    0.
    """
    cells = source.cells(fills)
    if fills == source.profile.count_into:
        return [Cell(cell.row, cell.column, cell.text, _counted(fills, cell)) for cell in cells]
    if fills == "contributions_answered":
        return [Cell(cell.row, cell.column, cell.text, _answered(fills, cell)) for cell in cells]
    return cells


def _counted(fills: str, cell: Cell) -> ReadCell:
    """How many a part counts for: what the profile says of its text, otherwise one."""
    number = cell.read.values.get(fills)
    return ReadCell({fills: number if number else "1"})


def _answered(fills: str, cell: Cell) -> ReadCell:
    """Whether a part was answered: the day of the answer or a yes, and a number as it stands."""
    if cell.read.problem is None and cell.read.values.get(fills):
        return cell.read
    if says_nothing(cell.text):
        return ReadCell({fills: "0"})
    if (word := folded(cell.text)) in ANSWERS:
        return ReadCell({fills: ANSWERS[word]})
    return ReadCell({fills: "1"}) if looks_like_day(cell.text) and not _is_number(cell.text) else cell.read


def _is_number(text: str) -> bool:
    try:
        read_whole_number(text.strip())
    except UnreadableCell:
        return False
    return True


def _withdrawn(source: Source) -> Iterator[RecordProblem]:
    """That parts are counted which the file marks as withdrawn, where the profile says nothing of the
    marks.
    """
    used = {use.column for use in source.profile.columns}
    if not source.profile.count_into:
        return
    for name in source.table.cells.columns:
        if name not in used and words_of(name) in WITHDRAWN:
            marked = source.table.cells[name].str.strip().str.casefold().isin(["true", "yes", "ja", "x", "1"])
            if count := int(marked.sum()):
                values = {"column": name, "count": count}
                reason = Sentence(
                    N_(
                        "{count} row is marked in {column} and is counted with the others; say what the marks"
                        " mean, if it should not be"
                    ),
                    values,
                    N_(
                        "{count} rows are marked in {column} and are counted with the others; say what the"
                        " marks mean, if they should not be"
                    ),
                    count,
                )
                yield RecordProblem(source.table.file, 0, "", "", reason, notice=True)
