"""One cell of text to its canonical form: ISO dates, yes/no, plain digits, trimmed text. Empty cells
become None.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from data.errors import UnreadableCell as UnreadableCell
from data.ingest.dates import odd_date, read_date
from data.ingest.numbers import read_number, read_whole_number
from data.labels import explained
from data.schema import (
    CHOICE,
    DATE,
    INTEGER,
    KEY,
    KEYS,
    MOMENT,
    NUMBER,
    TABLES,
    TEXT,
    VERBATIM,
    YES_NO,
    Column,
)
from data.validation.personal_data import UNSEEN
from data.validation.personal_data import contact_details as contact_details
from data.validation.personal_data import possible_cpr as possible_cpr
from language import N_, Sentence

LONGEST_TEXT = 20_000
LONGEST_KEY = 200
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
NOTHING = re.compile(rf"[\s{UNSEEN}]*")
FORMULA = re.compile(r"^'+(?=[=+\-@\t\r])")
QUALIFIERS = {
    name.removesuffix("_qualifier"): name
    for table in TABLES.values()
    for name in table.names
    if name.endswith("_qualifier")
}
"""The columns that hold the word before an uncertain number, by the number's own."""
# Danish letters stored as UTF-8 and read as cp1252, and the sign for a letter that could not be read.
GARBLED = re.compile("\u00c3[\u00a5\u00a6\u00b8\u00a9\u00b6\u00a4\u2026\u2020\u02dc\u2030]|\ufffd")


def canonical(column: Column, text: str) -> str | None:
    """The cell as it is stored, or None where it is empty. Raises :class:`UnreadableCell`."""
    text = text if column.kind == VERBATIM else text.strip()
    if NOTHING.fullmatch(text):
        if column.required:
            raise UnreadableCell(N_("must be filled in"))
        return column.empty_means or None
    if UNPRINTABLE.search(text):
        raise UnreadableCell(N_("holds a control character; write the cell again as plain text"))
    return PARSERS[column.kind](column, text)


def oddities(column: Column, text: str) -> Iterator[Sentence]:
    """What should be told of a cell that :func:`canonical` takes in."""
    if column.kind == DATE and not NOTHING.fullmatch(text):
        yield from odd_date(text.strip())
    if column.kind in (TEXT, KEY, KEYS) and GARBLED.search(text):
        yield Sentence(
            N_(
                "seems to hold letters that were read wrongly; save the file as CSV (UTF-8), or write the"
                " cell again"
            )
        )


def without_guard(text: str) -> str:
    """The text without the quotation mark that an export puts before what a spreadsheet would calculate."""
    return FORMULA.sub(lambda quotes: quotes[0][1:], text)


def with_guard(text: str) -> str:
    """A text that a spreadsheet would calculate gets a quotation mark before it, which taking in removes
    again.
    """
    return f"'{text}" if FORMULA.match(f"'{text}") else text


def _text(column: Column, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise UnreadableCell(
            N_("is {length} characters long; at most {most} are kept"), length=len(text), most=LONGEST_TEXT
        )
    return without_guard(text.replace("\r\n", "\n").replace("\r", "\n"))


def _key(column: Column, text: str) -> str:
    if len(text) > LONGEST_KEY or "\n" in text:
        raise UnreadableCell(N_("is no key: a key is one short line"))
    return without_guard(text)


def _keys(column: Column, text: str) -> str | None:
    parts = list(
        dict.fromkeys(part for part in (part.strip() for part in without_guard(text).split(";")) if part)
    )
    return ";".join(parts if column.name == "methods" else sorted(parts)) or None


def _choice(column: Column, text: str) -> str:
    choice = text.lower()
    if choice not in column.choices:
        raise UnreadableCell(N_("is not one of: {choices}"), choices=explained(column.name, column.choices))
    return choice


def _yes_no(column: Column, text: str) -> str:
    answers = {"yes": "yes", "ja": "yes", "true": "yes", "no": "no", "nej": "no", "false": "no"}
    if text.lower() not in answers:
        raise UnreadableCell(N_("is neither yes nor no"))
    return answers[text.lower()]


def _whole_number(column: Column, text: str) -> str:
    return str(read_whole_number(text, qualifier=QUALIFIERS.get(column.name, "")))


def _moment(column: Column, text: str) -> str:
    """A point in time in UTC, to the second; one with an offset is moved there."""
    try:
        moment = datetime.fromisoformat(text)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        raise UnreadableCell(N_("is not a point in time; write it as 2026-11-23 14:30:00")) from None
    return moment.replace(microsecond=0, tzinfo=None).isoformat(" ")


PARSERS: dict[str, Callable[[Column, str], str | None]] = {
    TEXT: _text,
    KEY: _key,
    KEYS: _keys,
    CHOICE: _choice,
    YES_NO: _yes_no,
    INTEGER: _whole_number,
    NUMBER: lambda column, text: repr(read_number(text)),
    DATE: lambda column, text: read_date(text).isoformat(),
    MOMENT: _moment,
    VERBATIM: lambda column, text: text,
}
