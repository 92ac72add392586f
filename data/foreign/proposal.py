"""A first profile for a file that was never taken in before, proposed by the names and contents of its
columns; every guess can be mended by hand.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data.foreign.column_matching import NamedColumn, placed, vetoed
from data.foreign.contents import content_of
from data.foreign.headers import folded, header_of
from data.foreign.known_words import KnownWords as KnownWords
from data.foreign.meanings import Meanings
from data.foreign.moments import ShownOrder, shown_order
from data.foreign.periods import HEARING, period_role
from data.foreign.profile import ColumnUse, DayOrder, Profile, RowIs
from data.foreign.row_kinds import are_meetings, constant_columns, events_of, parent_of, repeats_days
from data.foreign.sheet import ForeignTable
from data.foreign.system_hints import HINTS, WITHDRAWN
from data.foreign.unknown_words import says_nothing, says_unknown
from data.schema import DATE, TABLES, Column

NOT_COUNTED = {"true": "0", "yes": "0", "ja": "0", "false": "1", "no": "1", "nej": "1"}
"""What a column of withdrawn parts means for their number."""
OF_PARTS = frozenset({"source_key", "summary"})
"""What a row of a part or an event says of itself, and not of its consultation."""
ANSWERED = frozenset({"answered at", "besvaret den", "besvaret dato", "svar givet den"})


@dataclass(frozen=True)
class ValueQuestion:
    """A text in a column that its field can't take as it stands: how many rows hold it, and the value that it
    probably means (exchange form), or none.
    """

    column: str
    fills: str
    text: str
    rows: int
    suggestion: str | None


def propose_profile(table: ForeignTable, known: KnownWords, *, name: str, target: str = "") -> Profile:
    """What the columns probably are: an alias in Danish or English first, then what their cells look like.
    A column is used once, a field is filled once; what is unsure is left without a place. ``target`` is the
    exchange table to be filled, where a person has said which.
    """
    meanings = Meanings(known)
    columns = [NamedColumn(header_of(each), content_of(table.cells[each])) for each in table.cells.columns]
    columns = _without_ignored(columns)
    target = target or _target(columns, meanings)
    profile = Profile(name, target, sheet=table.sheet, header_row=table.header_row)
    if target == "consultations":
        profile = _of_consultations(table, profile, columns, meanings)
    else:
        profile = replace(profile, columns=_uses(placed(target, columns, meanings)))
    order = needed_day_order(table, profile)
    return replace(profile, day_order=order if isinstance(order, DayOrder) else None)


def fitted(profile: Profile, table: ForeignTable) -> tuple[Profile, list[str]]:
    """A kept profile for a file whose columns were reordered, and the columns that it names and the file
    lacks (renamed ones).
    """
    actual = {folded(name): name for name in reversed(table.cells.columns)} | {
        name: name for name in table.cells.columns
    }

    def found(name: str) -> str | None:
        return actual.get(name) or actual.get(folded(name))

    names = [use.column for use in profile.columns] + [
        *profile.identity,
        profile.event_column,
        profile.date_column,
    ]
    missing = list(dict.fromkeys(name for name in names if name and found(name) is None))
    return (
        replace(
            profile,
            sheet=table.sheet,
            header_row=table.header_row,
            columns=tuple(
                replace(use, column=name) for use in profile.columns if (name := found(use.column))
            ),
            identity=tuple(name for each in profile.identity if (name := found(each))),
            event_column=found(profile.event_column) or "",
            date_column=found(profile.date_column) or "",
        ),
        missing,
    )


def value_questions(table: ForeignTable, profile: Profile, known: KnownWords) -> list[ValueQuestion]:
    """The texts that need a person's word before they are taken in, column by column, the most used first;
    none that the profile says the meaning of.
    """
    meanings = Meanings(known)
    questions = []
    for use in profile.columns:
        column = TABLES[profile.table].column(use.fills)
        if use.column in table.cells and meanings.asks(column):
            questions += list(_questions(table.cells[use.column].tolist(), use, column, meanings))
    return questions


def needed_day_order(table: ForeignTable, profile: Profile) -> DayOrder | None | bool:
    """The order that the dates themselves show; False where they can be read both ways and a person must say;
    None where no date needs one.
    """
    orders = {order.needed() for order in day_orders(table, profile).values()}
    if False in orders:
        return False
    shown_orders = orders - {None}
    return shown_orders.pop() if len(shown_orders) == 1 else None


def day_orders(table: ForeignTable, profile: Profile) -> Mapping[str, ShownOrder]:
    """What each column of dates shows of its order."""
    fills = TABLES[profile.table]
    names = [use.column for use in profile.columns if fills.column(use.fills).kind == DATE]
    return {
        name: shown_order(table.cells[name].drop_duplicates().tolist())
        for name in dict.fromkeys([*names, profile.date_column])
        if name in table.cells
    }


def _without_ignored(columns: list[NamedColumn]) -> list[NamedColumn]:
    """The columns without those that are known to mean something else in files of this kind."""
    words = {column.header.words for column in columns}
    for hint in HINTS:
        if len(words & hint.markers) >= hint.least:
            columns = [
                column
                for column in columns
                if column.header.words not in hint.ignored
                and not (hint.ignores_plain_periods and _is_plain_period(column.header.words))
            ]
    return columns


def _is_plain_period(words: str) -> bool:
    role = period_role(words)
    return role is not None and role.family != HEARING


def _target(columns: list[NamedColumn], meanings: Meanings) -> str:
    answers = placed("experiences", columns, meanings)
    if len({"n1", "n2", "n3", "n4", "n5"} & answers.keys()) >= 4:
        return "experiences"
    groups = placed("consultation_groups", columns, meanings)
    flags = {"sought_out", "took_part", "beyond_affected"} & groups.keys()
    if flags and {"group", "consultation"} <= groups.keys():
        return "consultation_groups"
    return "consultations"


def _uses(fields: Mapping[str, str]) -> tuple[ColumnUse, ...]:
    return tuple(ColumnUse(column, field) for field, column in fields.items())


def _of_consultations(
    table: ForeignTable, profile: Profile, columns: list[NamedColumn], meanings: Meanings
) -> Profile:
    fields = placed("consultations", columns, meanings)
    if events := events_of(table, columns):
        constant = constant_columns(table, events.identity, columns)
        own = placed(
            "consultations",
            [each for each in constant if each.header.name not in (events.event, events.date)],
            meanings,
        )
        own = {field: column for field, column in own.items() if field not in OF_PARTS}
        return replace(
            profile,
            row_is=RowIs.EVENT,
            columns=_uses(own),
            identity=(events.identity,),
            event_column=events.event,
            date_column=events.date,
            events=events.fields,
        )
    parent = parent_of(columns)
    if parent is not None and not repeats_days(table, parent.header.name, fields):
        return _of_parts(table, profile, columns, (parent, meanings))
    return replace(profile, columns=_uses(fields), identity=_identity(columns, fields))


def _identity(columns: Sequence[NamedColumn], fields: Mapping[str, str]) -> tuple[str, ...]:
    """The column that tells one consultation from another: the key of the source, or the case number."""
    content = {column.header.name: column.content for column in columns}
    for field in ("consultation", "source_key", "case_number"):
        if field in fields and content[fields[field]].is_unique:
            return (fields[field],)
    return ()


def _of_parts(
    table: ForeignTable, profile: Profile, columns: list[NamedColumn], context: tuple[NamedColumn, Meanings]
) -> Profile:
    parent, meanings = context
    constant = constant_columns(table, parent.header.name, columns)
    fields = placed("consultations", constant, meanings)
    fields = {field: column for field, column in fields.items() if field not in OF_PARTS}
    if (
        "title" not in fields
        and _can_be_title(parent, meanings)
        and parent.header.name not in fields.values()
    ):
        fields["title"] = parent.header.name
    everything = placed("consultations", columns, meanings)
    is_meeting = are_meetings(columns)
    if is_meeting and "participants" in everything:
        fields["participants"] = everything["participants"]
    uses = [*_uses(fields)]
    if not is_meeting:
        uses += _counting_uses(columns)
    return replace(
        profile,
        row_is=RowIs.PART,
        columns=tuple(uses),
        identity=(parent.header.name,),
        count_into="" if is_meeting else "contributions",
    )


def _can_be_title(parent: NamedColumn, meanings: Meanings) -> bool:
    """Whether the column that names the parts' consultation names it in words."""
    title = TABLES["consultations"].column("title")
    return not parent.header.words.endswith(" id") and not vetoed(title, parent.content, meanings)


def _counting_uses(columns: Sequence[NamedColumn]) -> Iterator[ColumnUse]:
    """A column of withdrawn parts, which don't count, and one that says when a part was answered."""
    for names, field, values in (
        (WITHDRAWN, "contributions", NOT_COUNTED),
        (ANSWERED, "contributions_answered", {}),
    ):
        for column in columns:
            if column.header.words in names and column.content.filled:
                yield ColumnUse(column.header.name, field, values)
                break


def _questions(
    texts: Sequence[str], use: ColumnUse, column: Column, meanings: Meanings
) -> Iterator[ValueQuestion]:
    answers = {folded(text) for text in use.values}
    counts: Counter[str] = Counter()
    for text, rows in Counter(texts).items():
        parts = meanings.methods_in(text) if column.name == "methods" else [text.strip()]
        counts.update(dict.fromkeys(parts, rows))
    for text, rows in counts.most_common():
        if says_nothing(text) or folded(text) in answers or meanings.exact(column, text) is not None:
            continue
        suggestion = meanings.probable(column, text)
        if suggestion is None and says_unknown(text):
            continue
        if suggestion is None and column.name == "methods":
            suggestion = text
        yield ValueQuestion(use.column, use.fills, text, rows, suggestion)
