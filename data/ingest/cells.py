"""One cell of text to its canonical form: ISO dates, yes/no, plain digits, trimmed text. Empty cells
become None.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from data.errors import UnreadableCell as UnreadableCell
from data.errors import short
from data.formula_guard import without_guard
from data.ingest.code_pages import decoded_once_more
from data.ingest.dates import odd_date, read_date
from data.ingest.empty_words import is_nothing, is_scientific, is_total, refuse_error_word
from data.ingest.numbers import read_number, read_whole_number
from data.ingest.plain_text import USUAL_LETTERS, plain_line, plain_text
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
from data.validation.personal_data import contact_details as contact_details
from data.validation.personal_data import possible_cpr as possible_cpr
from language import N_, Sentence

LONGEST_TEXT = 20_000
LONGEST_KEY = 200
MOST_WORDS = 200
"""In one list, such as the themes of an answer."""
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
"""Control characters, and those that are no character at all: no document can hold them."""
ORDINARY = re.compile(f"[A-Za-zÆØÅæøå][ -~{USUAL_LETTERS}]{{14,{LONGEST_TEXT - 1}}}")
"""Longer than any word for nothing, for a total or an error of a spreadsheet, and begins with a letter."""
MARKED_TOTALS = ("title", "name")
"""Columns beside the key in which a row of totals has its name."""
LONG_NUMBERS = ("case_number", "source_key")
"""Columns of text whose digits tell two things apart."""
SCIENTIFIC = N_(
    "is a long number that a spreadsheet has cut short, so its last digits are lost; format the column as"
    " text and write it again"
)
QUALIFIERS = {
    name.removesuffix("_qualifier"): name
    for table in TABLES.values()
    for name in table.names
    if name.endswith("_qualifier")
}
"""The columns that hold the word before an uncertain number, by the number's own."""


def canonical(column: Column, text: str) -> str | None:
    """The cell as it is stored, or None where it is empty. Raises :class:`UnreadableCell`."""
    if column.kind == TEXT and _is_ordinary(text):
        return text
    if UNPRINTABLE.search(text):
        raise UnreadableCell(N_("holds a control character; write the cell again as plain text"))
    if column.kind != VERBATIM:
        text = plain_text(text).strip()
    if not text.strip() or _says_nothing(column, text):
        if column.required:
            raise UnreadableCell(N_("must be filled in"))
        return column.empty_means or None
    return PARSERS[column.kind](column, text)


def _is_ordinary(text: str) -> bool:
    """Whether there is nothing to be looked at: most sentences of a long file, which has many."""
    return bool(ORDINARY.fullmatch(text)) and "  " not in text and text[-1] != " "


def is_empty(column: Column, text: str) -> bool:
    """Whether a cell is empty, or stands for nothing."""
    if not text or _is_ordinary(text):
        return not text
    plain = plain_text(text).strip()
    return not plain or _says_nothing(column, plain)


def _says_nothing(column: Column, text: str) -> bool:
    """Whether a filled cell stands for nothing; a word that is one of the column's choices does not."""
    if column.kind == VERBATIM or text.lower() in column.choices:
        return False
    return is_nothing(text, of_key=column.kind == KEY or bool(column.refers_to))


def oddities(column: Column, text: str) -> Iterator[Sentence]:
    """What should be told of a cell that :func:`canonical` takes in."""
    if column.kind == TEXT and _is_ordinary(text):
        return
    plain = plain_text(text).strip()
    if column.kind == DATE and plain and not is_nothing(plain):
        yield from odd_date(plain)
    if column.kind not in (TEXT, KEY, KEYS):
        return
    if (mended := decoded_once_more(text)) is not None:
        yield Sentence(
            N_(
                "seems to hold letters that were read wrongly, and to mean “{meant}”; save the file as CSV"
                " (UTF-8), or write the cell again"
            ),
            {"meant": short(mended)},
        )
    elif "\ufffd" in text:
        yield Sentence(
            N_("holds a letter that could not be read; save the file as CSV (UTF-8), or write the cell again")
        )
    if is_scientific(plain):
        yield Sentence(SCIENTIFIC)


def _refuse_too_long(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise UnreadableCell(
            N_("is {length} characters long; at most {most} are kept"), length=len(text), most=LONGEST_TEXT
        )


def _text(column: Column, text: str) -> str:
    _refuse_too_long(text)
    refuse_error_word(text)
    if column.name in LONG_NUMBERS and is_scientific(text):
        raise UnreadableCell(SCIENTIFIC)
    if column.name in MARKED_TOTALS:
        _refuse_total(text)
    return without_guard(text if "\n" in text else plain_line(text))


def _key(column: Column, text: str) -> str:
    if len(text) > LONGEST_KEY or "\n" in text:
        raise UnreadableCell(N_("is no key: a key is one short line"))
    refuse_error_word(text)
    if is_scientific(text):
        raise UnreadableCell(SCIENTIFIC)
    if column.required:
        _refuse_total(text)
    return without_guard(plain_line(text))


def _refuse_total(text: str) -> None:
    if is_total(text):
        raise UnreadableCell(N_("is the name of a row of totals; delete the row"))


def _keys(column: Column, text: str) -> str | None:
    """Keys of records as they are; of words, those that differ in capitals alone are one."""
    _refuse_too_long(text)
    parts = [plain_line(part) for part in without_guard(text).split(";")]
    by_word: dict[str, str] = {}
    for part in parts:
        if part and not is_nothing(part, of_key=bool(column.refers_to)):
            refuse_error_word(part)
            by_word.setdefault(part if column.refers_to else part.casefold(), part)
    if too_long := next((word for word in by_word.values() if len(word) > LONGEST_KEY), None):
        raise UnreadableCell(
            N_("holds a word of {length} characters; at most {most} are kept"),
            length=len(too_long),
            most=LONGEST_KEY,
        )
    if not column.refers_to and len(by_word) > MOST_WORDS:
        raise UnreadableCell(
            N_("holds {count} words; at most {most} are kept"), count=len(by_word), most=MOST_WORDS
        )
    keys = list(by_word.values())
    return ";".join(keys if column.name == "methods" else sorted(keys)) or None


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
