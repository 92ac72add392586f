"""A list of committees and centres, pasted from a document or a spreadsheet: what each line would add, and
what stands in the way. Nothing is stored here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from data import queries
from data.database import Store
from data.errors import UnreadableCell
from data.ingest.cells import canonical
from data.ingest.dates import read_date
from data.ingest.plain_text import LINE_ENDS, plain_line
from data.schema import TABLES
from data.validation.personal_data import possible_cpr
from language import N_, Sentence
from workflow.organisation import NewBody, addresses

LEVEL_WORDS: Mapping[str, str] = {
    word: level
    for level, words in (
        ("committee", "udvalg udvalget politisk committee fagudvalg"),
        ("centre", "center centeret centret forvaltning administration centre"),
    )
    for word in words.split()
}
HEADINGS = frozenset({"navn", "name", "organ", "udvalg/center", "niveau", "level", "body", "enhed"})
ALIKE = 0.85
"""So much of two names is the same where one is probably the other with a slip of the pen."""
MOST_LINES = 500
LIST_MARK = re.compile(r"^(?:[-•*·–]|\d{1,3}[.)])\s+")
YEAR = re.compile(r"(19|20)\d{2}")
NAME = TABLES["bodies"].column("name")

TOO_MANY = N_("The list has more than {most} lines. Nothing of it is read: divide it.")
EXISTS = N_("is there already as “{name}”")
TWICE = N_("stands in line {line} already")
ALIKE_AS = N_("looks like “{name}”")
NOT_READ = N_(
    "“{text}” is neither a level, a year nor an e-mail address; write committee or centre, a year such as"
    " 2022, or an address"
)
NO_NAME = N_("has no name")
PERSONAL = N_("holds a possible CPR number; leave it out")

NEW, THERE, SIMILAR, REFUSED = "new", "there", "similar", "refused"


@dataclass(frozen=True)
class ListDefaults:
    """What holds for a line that says nothing else: its level, and since when the body exists."""

    level: str
    active_from: date | None = None


@dataclass(frozen=True)
class ListedBody:
    """A line of the list, counted from 1: the body that it names, its state (``new``, ``there``, ``similar``
    or ``refused``) and the reason for any state but new.
    """

    line: int
    body: NewBody
    state: str = NEW
    reason: Sentence | None = None


def read_body_list(store: Store, text: str, defaults: ListDefaults) -> list[ListedBody]:
    """Every line that is not blank, and no heading. A line is a name, and in further columns (tab or
    semicolon) a level, a year or a day and e-mail addresses, in any order.
    """
    numbered_lines = (
        (number, _cells(line)) for number, line in enumerate(re.split("\n", LINE_ENDS.sub("\n", text)), 1)
    )
    cells_by_line = [(number, cells) for number, cells in numbered_lines if any(cells)]
    if len(cells_by_line) > MOST_LINES:
        body = NewBody(defaults.level, "")
        return [ListedBody(1, body, REFUSED, Sentence(TOO_MANY, {"most": str(MOST_LINES)}))]
    known_names = {
        (body.level, _folded(body.name)): body.name for body, _ in queries.bodies.with_predecessors(store)
    }
    listed: list[ListedBody] = []
    line_by_name: dict[tuple[str, str], int] = {}
    for number, cells in cells_by_line:
        if cells[0].casefold() in HEADINGS and number == cells_by_line[0][0]:
            continue
        each = _judged(_parsed(number, cells, defaults), known_names, line_by_name)
        line_by_name.setdefault((each.body.level, _folded(each.body.name)), number)
        listed.append(each)
    return listed


def to_be_added(listed: Sequence[ListedBody], *, with_similar: bool) -> list[NewBody]:
    """The bodies that one press adds: none where any line is refused."""
    if any(each.state == REFUSED for each in listed):
        return []
    return [each.body for each in listed if each.state == NEW or (with_similar and each.state == SIMILAR)]


def _cells(line: str) -> list[str]:
    cells = [plain_line(cell).strip('"').strip() for cell in re.split("[\t;]", line)]
    return [LIST_MARK.sub("", cells[0]), *cells[1:]]


def _parsed(line: int, cells: Sequence[str], defaults: ListDefaults) -> ListedBody:
    """What a line says, with the defaults in place of what it doesn't say."""
    name, level, active_from = cells[0], defaults.level, defaults.active_from
    email: tuple[str, ...] = ()
    for cell in cells[1:]:
        if not cell:
            continue
        if (word := LEVEL_WORDS.get(cell.casefold())) is not None:
            level = word
        elif (day := _day(cell)) is not None:
            active_from = day
        elif "@" in cell:
            email = (*email, *addresses(cell))
        else:
            return ListedBody(line, NewBody(level, name), REFUSED, Sentence(NOT_READ, {"text": cell}))
    return ListedBody(line, NewBody(level, name, active_from, email))


def _day(cell: str) -> date | None:
    """The first day of a year, or the day that a cell names; None where it names none."""
    if YEAR.fullmatch(cell):
        return date(int(cell), 1, 1)
    try:
        return read_date(cell)
    except UnreadableCell:
        return None


def _judged(
    each: ListedBody,
    known_names: Mapping[tuple[str, str], str],
    line_by_name: Mapping[tuple[str, str], int],
) -> ListedBody:
    """The line with its state, beside what is stored and the lines above."""
    level, name = each.body.level, each.body.name
    if each.state == REFUSED:
        return each
    if reason := _unfit(name):
        return ListedBody(each.line, each.body, REFUSED, reason)
    folded = (level, _folded(name))
    if folded in known_names:
        return ListedBody(each.line, each.body, THERE, Sentence(EXISTS, {"name": known_names[folded]}))
    if folded in line_by_name:
        return ListedBody(each.line, each.body, THERE, Sentence(TWICE, {"line": str(line_by_name[folded])}))
    others = [stored for (other, _), stored in known_names.items() if other == level]
    if alike := next((stored for stored in others if _is_alike(name, stored)), None):
        return ListedBody(each.line, each.body, SIMILAR, Sentence(ALIKE_AS, {"name": alike}))
    return each


def _unfit(name: str) -> Sentence | None:
    """Why a name can be that of no body, or None."""
    if not name:
        return Sentence(NO_NAME)
    try:
        canonical(NAME, name)
    except UnreadableCell as problem:
        return problem.sentence
    return Sentence(PERSONAL) if possible_cpr(name) else None


def _folded(name: str) -> str:
    """A name without what people write in different ways: capitals, signs, ``&`` or ``og``, ``aa`` or
    ``å``.
    """
    words = plain_line(name).casefold().replace("&", " og ").replace("aa", "å").replace("oe", "ø")
    return " ".join(re.findall(r"\w+", words.replace("ae", "æ")))


def _is_alike(name: str, other: str) -> bool:
    return SequenceMatcher(None, _folded(name), _folded(other)).ratio() >= ALIKE
