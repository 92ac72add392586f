"""A cell of a foreign file as what a field of ours holds, in exchange form."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from data.errors import UnreadableCell
from data.foreign.headers import folded
from data.foreign.meanings import Meanings, group_code
from data.foreign.moments import read_day, read_period
from data.foreign.plain_html import without_html
from data.foreign.profile import ColumnUse, DayOrder
from data.foreign.unknown_words import says_nothing, says_unknown
from data.ingest.cells import QUALIFIERS, canonical
from data.ingest.no_end import NO_END
from data.ingest.qualified_numbers import read_qualified
from data.schema import CHOICE, DATE, INTEGER, KEY, KEYS, NUMBER, TEXT, Column
from language import N_, Sentence

PERIODS = {
    "start_on": ("start_on", "end_on"),
    "planned_start_on": ("planned_start_on", "planned_end_on"),
}
"""Fields of a first day whose cell may hold the last one too."""
LONGEST_WORD = 40
"""No word for nothing is longer."""
ONE_LINE = frozenset({"title", "case_number", "source", "source_key", "url", "started_by", "group"})
UNITS = {
    "cost_dkk": re.compile(r"(?<=\d) ?(kr\.?|dkk|kroner|,-)$", re.IGNORECASE),
    "hours_planned": re.compile(r"(?<=\d) ?(timer|time|t|hours?|h)\.?$", re.IGNORECASE),
    "hours_spent": re.compile(r"(?<=\d) ?(timer|time|t|hours?|h)\.?$", re.IGNORECASE),
}
NOT_KNOWN = N_("says that it is not known, and is taken in as an empty cell")
NO_BODY = N_("names no committee or centre that the register holds; say which one it means")
NO_CONSULTATION = N_(
    "names no consultation that the register holds, or more than one; write its key, its case number or its"
    " exact title, or take the consultations in first"
)


@dataclass(frozen=True)
class ReadCell:
    """What a text is read as: values by exchange column, or why it can't be read; and what should be told."""

    values: Mapping[str, str] = field(default_factory=dict)
    problem: Sentence | None = None
    notice: Sentence | None = None


class FieldReader:
    """Reads the cells of one column, each different text once."""

    def __init__(
        self, use: ColumnUse, column: Column, meanings: Meanings, order: DayOrder | None = None
    ) -> None:
        self.column, self._meanings, self._order = column, meanings, order
        self._values = {folded(text): value for text, value in use.values.items()}
        self._read: dict[str, ReadCell] = {}

    def __call__(self, text: str) -> ReadCell:
        """What a text is read as."""
        if text not in self._read:
            try:
                self._read[text] = self._reading(text)
            except UnreadableCell as problem:
                self._read[text] = ReadCell(problem=problem.sentence)
        return self._read[text]

    def is_mapped(self, text: str) -> bool:
        """Whether the profile says what a text means."""
        return folded(text) in self._values

    def _reading(self, text: str) -> ReadCell:
        column = self.column
        if self._values and (value := self._values.get(folded(text))) is not None:
            return ReadCell({column.name: self._canonical(value) if value else ""})
        if not text or text.isspace():
            return ReadCell({column.name: ""})
        if column.kind != TEXT and column.name != "methods":
            exact = self._meanings.exact(column, text)
            if exact is not None:
                return ReadCell({column.name: exact})
        return self._without_words(text) or ReadCell(self._values_of(text))

    def _without_words(self, text: str) -> ReadCell | None:
        """What a text is read as that says in words or signs that there is no value; None for any other."""
        column = self.column
        if len(text) > LONGEST_WORD or column.name == "title":
            return None
        if column.name == "end_on" and folded(text) in NO_END:
            return ReadCell({"end_on": "", "no_end": "yes"})
        if says_nothing(text):
            return ReadCell({column.name: ""})
        return ReadCell({column.name: ""}, notice=Sentence(NOT_KNOWN)) if says_unknown(text) else None

    def _values_of(self, text: str) -> Mapping[str, str]:
        column = self.column
        if column.kind == DATE:
            if column.name in PERIODS and (days := read_period(text, self._order)):
                return dict(zip(PERIODS[column.name], (day.isoformat() for day in days), strict=True))
            return {column.name: self._canonical(read_day(text, self._order).isoformat())}
        if column.kind == INTEGER and column.name in QUALIFIERS:
            number, qualifier = read_qualified(text)
            count = "" if number is None else str(number)
            return {column.name: count, QUALIFIERS[column.name]: qualifier or ""}
        if column.kind in (INTEGER, NUMBER):
            unit = UNITS.get(column.name)
            return {column.name: self._canonical(unit.sub("", text.strip()) if unit else text)}
        if column.refers_to or column.kind in (CHOICE, KEYS):
            return {column.name: self._named(text)}
        return {column.name: self._text(text)}

    def _named(self, text: str) -> str:
        """The text as a record or a choice of ours; raises :class:`UnreadableCell` where it is none."""
        if self.column.name == "methods":
            parts = (
                self._values.get(folded(part), part) for part in self._meanings.methods_in(without_html(text))
            )
            return self._canonical(";".join(part for part in parts if part))
        if self.column.refers_to == "bodies":
            raise UnreadableCell(NO_BODY)
        if self.column.refers_to == "consultations":
            raise UnreadableCell(NO_CONSULTATION)
        return self._canonical(text)

    def _text(self, text: str) -> str:
        plain = without_html(text)
        if self.column.name == "group":
            plain = group_code(plain.strip())
        if self.column.name in ONE_LINE or self.column.kind == KEY:
            plain = " ".join(plain.split())
        return self._canonical(plain)

    def _canonical(self, value: str) -> str:
        return canonical(self.column, value) or "" if value.strip() else ""


Readers = Mapping[str, tuple[str, Callable[[str], ReadCell]]]
"""By field, the column that fills it and how its cells are read."""
