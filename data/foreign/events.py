"""Rows that are days in the lives of consultations, as the consultations."""

from collections.abc import Iterator

from data.errors import RecordProblem
from data.foreign.cell_readers import FieldReader
from data.foreign.consultation_keys import identity_cells, identity_of
from data.foreign.consultation_parts import add, no_owner
from data.foreign.grouping import Cell, group_field, groups_of, one_day
from data.foreign.headers import folded
from data.foreign.moments import shown_order
from data.foreign.profile import ColumnUse
from data.foreign.source_rows import Rows, Source, problems_of
from data.schema import TABLES


def grouped(source: Source, rows: Rows) -> Rows:
    """A row for each consultation with an event that has a place; other events are passed over."""
    texts = identity_cells(source.table, source.profile)
    identities = [identity_of(text, source.profile) for text in texts]
    days = dict(_days(source))
    cells = {fills: source.cells(fills) for fills in source.fields}
    for column in cells.values():
        for cell in column:
            rows.problems += problems_of(source.table.file, cell)
    rows.problems += [
        problem for _, cell in days.values() for problem in problems_of(source.table.file, cell)
    ]
    rows.problems += no_owner(source, texts, days)
    for identity, places in groups_of(identities).items():
        if not any(place in days for place in places):
            continue
        values: dict[str, str] = {}
        for fills, column in cells.items():
            values |= group_field(fills, [column[place] for place in places]).values
        for fills in dict.fromkeys(days[place][0] for place in places if place in days):
            group = one_day(
                fills, [days[place][1] for place in places if place in days and days[place][0] == fills]
            )
            values |= group.values
            rows.problems += [
                RecordProblem(source.table.file, cell.row, cell.column, cell.text, reason)
                for cell, reason in group.contradictions
            ]
        add(source, rows, (identity, texts[places[0]], places), values)
    return rows


def _days(source: Source) -> Iterator[tuple[int, tuple[str, Cell]]]:
    """By place of a row whose event has a field: the field, and its day as it was read."""
    profile, cells = source.profile, source.table.cells
    if profile.event_column not in cells or profile.date_column not in cells:
        return
    fields = {folded(text): name for text, name in profile.events.items() if name}
    texts = cells[profile.date_column].tolist()
    order = shown_order(dict.fromkeys(texts)).order(profile.day_order)
    readers = {
        name: FieldReader(
            ColumnUse(profile.date_column, name), TABLES["consultations"].column(name), source.meanings, order
        )
        for name in set(fields.values())
    }
    events = cells[profile.event_column].tolist()
    for place, (row, event, text) in enumerate(zip(source.rows, events, texts, strict=True)):
        if (name := fields.get(folded(event))) is not None:
            yield place, (name, Cell(row, profile.date_column, text, readers[name](text)))
