"""What one row of a file is: a consultation, a part of one, or a day in its life."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.foreign.aliases import ALIASES
from data.foreign.column_matching import NamedColumn
from data.foreign.headers import words_of
from data.foreign.periods import HEARING, PLAIN, PeriodRole, event_role, period_role
from data.foreign.sheet import ForeignTable
from data.foreign.system_hints import EVENT_DATES, EVENTS, MEETING_MARKERS, PARENTS, PART_MARKERS
from data.schema import DATE, TABLES

MOST_EVENTS = 200
ROWS_A_PARENT = 1.5
PROJECTS = "projekt|project|projektnavn|project title|project name"
TITLES = "titel|title|navn"
EVENT_WORDS: Mapping[str, str] = {
    **{
        alias: column.name
        for column in TABLES["consultations"].columns
        if column.kind == DATE
        for line in ALIASES["consultations"].get(column.name, ())
        for alias in line
    },
    **dict.fromkeys(("beslutning", "byrådets beslutning", "politisk beslutning", "vedtagelse"), "decided_on"),
    **dict.fromkeys(("forslag", "forslag offentliggjort"), "proposal_on"),
}


@dataclass(frozen=True)
class EventColumns:
    """Where a file has its events: the column of their names, that of their days, those that say whose they
    are, and by name which date field each fills.
    """

    event: str
    date: str
    identity: str
    fields: Mapping[str, str]


def events_of(table: ForeignTable, columns: Sequence[NamedColumn]) -> EventColumns | None:
    """The columns of a file whose rows are events; None where they are none."""
    event, date = _event_column(columns), _date_column(columns)
    if event is None or date is None:
        return None
    identity = _owner(event, columns)
    fields = _event_fields(table.cells[event.header.name])
    if identity is None or not fields:
        return None
    return EventColumns(event.header.name, date.header.name, identity.header.name, fields)


def parent_of(columns: Sequence[NamedColumn]) -> NamedColumn | None:
    """The column that says which consultation a row belongs to, where rows are parts; None where they are
    none, or where nothing tells.
    """
    sure = _named(columns, PARENTS[0])
    if sure is not None and sure.content.filled:
        return sure
    if not any(column.header.words in PART_MARKERS for column in columns):
        return None
    for line in (*PARENTS[1:], TITLES):
        parent = _named(columns, line)
        if parent is not None and _has_parts(parent, 2 if line == PARENTS[-1] else ROWS_A_PARENT):
            return parent
    return _project_of_ideas(columns)


def _has_parts(parent: NamedColumn, least: float) -> bool:
    """Whether a column has at least so many rows for each of its texts that they are parts, and no repetition
    here and there.
    """
    return 0 < parent.content.different * least <= parent.content.filled


def _project_of_ideas(columns: Sequence[NamedColumn]) -> NamedColumn | None:
    """The project's column beside titles of their own without days, in a file with an idea or two of each."""
    project = _named(columns, PROJECTS)
    markers = sum(column.header.words in PART_MARKERS for column in columns)
    has_days = any(period_role(column.header.words) for column in columns)
    if project is None or not project.content.filled or has_days or markers < 2:
        return None
    return project if _named(columns, TITLES) else None


def are_meetings(columns: Sequence[NamedColumn]) -> bool:
    """Whether parts are meetings, which are no contributions."""
    return any(column.header.words in MEETING_MARKERS for column in columns)


def constant_columns(table: ForeignTable, parent: str, columns: Sequence[NamedColumn]) -> list[NamedColumn]:
    """The columns with the same text in all rows of a consultation, the parent's own first: they speak of
    the consultation, not of its parts.
    """
    owner = table.cells[parent]
    is_shared = owner.duplicated(keep=False) & (owner != "")
    own = [column for column in columns if column.header.name == parent]
    if not is_shared.any():
        return own
    constant = []
    for column in columns:
        if column.header.name != parent and column.content.filled:
            texts = table.cells.loc[is_shared, column.header.name]
            pairs = pd.DataFrame({"owner": owner[is_shared], "text": texts})
            pairs = pairs[pairs["text"] != ""].drop_duplicates()
            if len(pairs) and not pairs["owner"].duplicated().any():
                constant.append(column)
    return own + constant


def repeats_days(table: ForeignTable, parent: str, fields: Mapping[str, str]) -> bool:
    """Whether rows of one parent have days of their own: then they are consultations, not parts."""
    days = [fields[name] for name in ("start_on", "end_on") if name in fields]
    if not days:
        return False
    pairs = table.cells[[parent, *days]].drop_duplicates()
    return bool(pairs[parent].duplicated().any())


def _named(columns: Sequence[NamedColumn], line: str) -> NamedColumn | None:
    words = line.split("|")
    return next((column for column in columns if column.header.words in words), None)


def _event_column(columns: Sequence[NamedColumn]) -> NamedColumn | None:
    ending = [column for column in columns if column.header.words.endswith(" event")]
    for column in (*ending, *(_named(columns, line) for line in EVENTS)):
        if column is not None and column.content.is_repeated and 0 < column.content.different <= MOST_EVENTS:
            return column
    return None


def _date_column(columns: Sequence[NamedColumn]) -> NamedColumn | None:
    for line in EVENT_DATES:
        column = _named(columns, line)
        if column is not None and (column.content.days or 0) >= 0.6:
            return column
    return None


def _owner(event: NamedColumn, columns: Sequence[NamedColumn]) -> NamedColumn | None:
    """The column that says whose event it is: what stands before “event”, or one that names a
    consultation.
    """
    entity = event.header.words.removesuffix(" event")
    lines = [*PARENTS, f"{TITLES}|name|plan|planid|plannavn", "id|reference"]
    for line in (entity, *lines) if entity != event.header.words else lines:
        owner = _named(columns, line)
        if owner is not None and owner is not event and owner.content.is_repeated:
            return owner
    return None


def _event_fields(events: "pd.Series[str]") -> dict[str, str]:
    counts = events.value_counts()
    roles = {str(text): role for text in counts.index if (role := event_role(words_of(str(text))))}
    family = _family(roles, counts)
    fields = {text: role.field for text, role in roles.items() if role.family == family}
    for text in map(str, counts.index):
        if text not in roles and (field := EVENT_WORDS.get(words_of(text))):
            fields[text] = field
    return fields


def _family(roles: Mapping[str, PeriodRole], counts: "pd.Series[int]") -> str:
    """The family of periods that is the hearing's: its own words, else the one most often with both ends."""
    families = {role.family for role in roles.values()}
    for family in (HEARING, PLAIN):
        if family in families:
            return family
    rows = {
        family: sum(
            int(counts[text]) for text, role in roles.items() if role.family == family and not role.is_planned
        )
        for family in sorted(families)
    }
    return max(rows, key=lambda family: rows[family], default=HEARING)
