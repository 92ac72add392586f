"""Which column fills which field: by its name first, then by what its cells hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from data.foreign.aliases import ALIASES, COUNT_WORDS, COUNTED, ENTITIES, FALSE_FRIENDS, NEVER_FILLED
from data.foreign.contents import ColumnContent
from data.foreign.headers import Header, words_of
from data.foreign.meanings import LEAST, MARGIN, Meanings
from data.foreign.periods import HEARING, OWN, PERIOD_NAMES, PLAIN, PeriodRole, period_role
from data.foreign.unknown_words import says_unknown
from data.schema import CHOICE, DATE, INTEGER, KEY, KEYS, NUMBER, TABLES, TEXT, YES_NO, Column

PERIOD_FIELDS = frozenset({"start_on", "end_on", "planned_start_on", "planned_end_on"})
DANISH_FIRST = ("da", "", "en")
"""Which of several languages of a text is taken."""
LEAST_DAYS = 0.4
"""The share of dates that a column named for a day must have; others of its cells are told one by one."""
SHORTEST_NEAR = 5
"""A name of fewer letters is near too many others."""
ENTITY_LINE, FUZZY_LINE = 0.5, 50.0
"""How much less sure a name is that only says whose column it is; and one that is only near."""


@dataclass(frozen=True)
class NamedColumn:
    """A column of the file: its name taken apart, and what its cells hold."""

    header: Header
    content: ColumnContent


@dataclass(frozen=True)
class Candidate:
    """A column that may fill a field, the surer the smaller its ``line``."""

    field: str
    column: NamedColumn
    line: float

    @property
    def order(self) -> tuple[bool, float, int]:
        """Those with any text first, then the surest, then by language."""
        language = self.column.header.language
        rank = DANISH_FIRST.index(language) if language in DANISH_FIRST else len(DANISH_FIRST)
        return not self.column.content.filled, self.line, rank


Names = Mapping[str, Sequence[tuple[str, int]]]
"""By an alias, the fields that it names, each with its line."""


def placed(table: str, columns: Iterable[NamedColumn], meanings: Meanings) -> dict[str, str]:
    """By field, the column that fills it. A column is used once; where two are equally sure, none is."""
    columns = [column for column in columns if not column.header.is_machine]
    periods = _periods(columns) if table == "consultations" else {}
    used = set(periods.values())
    free = [column for column in columns if column.header.name not in used]
    candidates = sorted(_candidates(table, free, meanings), key=lambda each: each.order)
    fields = dict(periods)
    for field in {candidate.field: None for candidate in candidates}:
        own = [each for each in candidates if each.field == field and each.column.header.name not in used]
        if own and not _is_tie(own):
            fields[field] = own[0].column.header.name
            used.add(fields[field])
    return fields


def _is_tie(candidates: list[Candidate]) -> bool:
    """Whether the two surest columns are equally sure; a text in another language is less sure."""
    if len(candidates) < 2 or candidates[0].order[:2] != candidates[1].order[:2]:
        return False
    first, second = candidates[:2]
    return first.column.header.words != second.column.header.words or first.order == second.order


@cache
def names_of(table: str) -> Names:
    """The aliases of a table's fields."""
    names: dict[str, list[tuple[str, int]]] = {}
    for field, lines in _field_lines(table):
        for line, words in enumerate(lines):
            for word in words:
                if field not in (known for known, _ in names.setdefault(word, [])):
                    names[word].append((field, line))
    return names


def _field_lines(table: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Each field with its names, line by line; the field's own name stands in the first."""
    for column in TABLES[table].columns:
        if column.name in NEVER_FILLED:
            continue
        lines = [list(line) for line in ALIASES[table].get(column.name, [[]])]
        own = words_of(column.name)
        lines[0] = [own, *lines[0]]
        if column.name in COUNTED:
            lines = [[*line, *(_uncounted(word) for word in line)] for line in lines]
        yield column.name, [[word for word in line if word] for line in lines]


def _uncounted(words: str) -> str:
    return " ".join(word for word in words.split() if word not in COUNT_WORDS)


def _candidates(table: str, columns: list[NamedColumn], meanings: Meanings) -> Iterator[Candidate]:
    names = names_of(table)
    for column in columns:
        exact = list(_exact(names, column.header.words))
        for field, line in exact:
            definition = TABLES[table].column(field)
            if field not in PERIOD_FIELDS and not vetoed(definition, column.content, meanings):
                yield Candidate(field, column, line)
        if not exact and (near := _near(names, column.header.words)):
            definition = TABLES[table].column(near)
            if near not in PERIOD_FIELDS and supported(definition, column.content, meanings):
                yield Candidate(near, column, FUZZY_LINE)


def _exact(names: Names, words: str) -> Iterator[tuple[str, float]]:
    """The fields that a name is an alias of."""
    uncounted = _uncounted(words)
    first, _, rest = words.partition(" ")
    if words in names:
        yield from names[words]
    elif uncounted != words and uncounted in names:
        yield from ((field, line) for field, line in names[uncounted] if field in COUNTED)
    elif first in ENTITIES and rest:
        yield from ((field, line + ENTITY_LINE) for field, line in _exact(names, rest))


def _near(names: Names, words: str) -> str | None:
    """The field of the name that is nearest; None where none is near, or two fields are."""
    if FALSE_FRIENDS & set(words.split()) or any(sign.isdigit() for sign in words):
        return None
    words = _uncounted(words)
    if len(words) < SHORTEST_NEAR:
        return None
    hits = process.extract(words, names.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=LEAST, limit=8)
    if not hits:
        return None
    best = names[hits[0][0]][0][0]
    others = (score for word, score, _ in hits[1:] if names[word][0][0] != best)
    return best if all(hits[0][1] - score >= MARGIN for score in others) else None


def vetoed(column: Column, content: ColumnContent, meanings: Meanings) -> bool:
    """Whether a column's cells can't be what the field holds. Where all are empty nothing speaks against
    it.
    """
    if not content.filled:
        return False
    if column.kind == DATE:
        return (content.days or 0) < LEAST_DAYS
    if column.kind in (INTEGER, NUMBER):
        unknown = content.share(lambda text: says_unknown(text)) or 0
        return (content.figures or 0) + unknown < 0.5
    return not _fits(column, content, meanings)


def supported(column: Column, content: ColumnContent, meanings: Meanings) -> bool:
    """Whether a column's cells show by themselves that they are what the field holds."""
    if not content.filled:
        return False
    if column.kind == TEXT and column.name not in ("case_number", "url", "title"):
        return content.longest > 20 and _fits(column, content, meanings)
    if column.kind in (KEY, KEYS):
        return (content.share(lambda text: meanings.exact(column, text) is not None) or 0) >= 0.5
    return _fits(column, content, meanings)


def _fits(column: Column, content: ColumnContent, meanings: Meanings) -> bool:
    days, numbers, urls, wordy = (
        share or 0 for share in (content.days, content.numbers, content.urls, content.wordy)
    )
    match column.kind:
        case kind if kind == DATE:
            return days >= 0.6
        case kind if kind in (INTEGER, NUMBER):
            return (content.share(lambda text: says_unknown(text)) or 0) + numbers >= 0.5 > days
        case kind if kind in (CHOICE, YES_NO):
            return (content.share(lambda text: _has_meaning(column, text, meanings)) or 0) >= 0.5
        case kind if kind == KEYS or (kind == KEY and column.refers_to == "bodies"):
            return wordy >= 0.6 and content.longest <= 200
    return _fits_text(column.name, content, (days, numbers, urls, wordy))


def _fits_text(name: str, content: ColumnContent, shares: tuple[float, float, float, float]) -> bool:
    days, numbers, urls, wordy = shares
    if name == "url":
        return (
            content.share(lambda text: "/" in text or text.lower().startswith("www.")) or 0
        ) >= 0.5 and urls >= 0.5
    if name == "title":
        return wordy >= 0.6
    if name == "case_number":
        has_digit = content.share(lambda text: any(sign.isdigit() for sign in text)) or 0
        return has_digit >= 0.6 and content.longest <= 60 and days < 0.5
    if name in ("source_key", "consultation"):
        return days < 0.9 and content.longest <= 200
    return days < 0.6 and (name == "source" or wordy >= 0.5)


def _has_meaning(column: Column, text: str, meanings: Meanings) -> bool:
    return says_unknown(text) or (meanings.exact(column, text) or meanings.probable(column, text)) is not None


def _periods(columns: list[NamedColumn]) -> dict[str, str]:
    """The columns of the consultation's first and last day, planned and held, each pair of one family."""
    fields: dict[str, str] = {}
    roles = [(role, column) for column in columns if (role := period_role(column.header.words)) is not None]
    for is_planned in (False, True):
        own = [
            (role, column)
            for role, column in roles
            if role.is_planned == is_planned and _is_date_column(column.content)
        ]
        for role, column in _best_pair(own):
            fields[role.field] = column.header.name
    whole = [
        each for each in columns if each.header.words in PERIOD_NAMES and (each.content.periods or 0) >= 0.5
    ]
    if len(whole) == 1 and not {"start_on", "end_on"} & fields.keys():
        fields["start_on"] = whole[0].header.name
    return fields


def _is_date_column(content: ColumnContent) -> bool:
    return not content.filled or (content.days or 0) >= LEAST_DAYS


def _best_pair(roles: list[tuple[PeriodRole, NamedColumn]]) -> list[tuple[PeriodRole, NamedColumn]]:
    """The two ends of the surest family that has both; else the only start and the only end, where they can
    be of one family.
    """
    for family in (HEARING, PLAIN, OWN):
        pair = [
            _one([each for each in roles if each[0].family == family and each[0].end == end])
            for end in ("start", "end")
        ]
        if all(pair):
            return [each for each in pair if each]
    roles = [each for each in roles if each[0].family != OWN]
    pair = [_one([each for each in roles if each[0].end == end]) for end in ("start", "end")]
    return [each for each in pair if each]


def _one(roles: list[tuple[PeriodRole, NamedColumn]]) -> tuple[PeriodRole, NamedColumn] | None:
    """The only column of a role; of several the only one that holds anything."""
    filled = [each for each in roles if each[1].content.filled]
    few = filled or roles
    return few[0] if len(few) == 1 else None
