"""What is typed into a field of a consultation, and what it is read as."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from data.errors import UnreadableCell
from data.ingest.dates import read_typed_date
from data.ingest.no_end import NO_END
from data.ingest.numbers import read_number, read_whole_number
from data.schema import DATE, INTEGER, NUMBER, TABLES
from language import N_

Value = str | bool | int | float | date | Sequence[str] | None
Values = Mapping[str, Value]
"""By column of ``consultations``, what is to be stored; None where it is not known."""

QUALIFIED = re.compile(r"(?P<qualifier>[^\W\d]+\.?(?: [^\W\d]+\.?)*) (?P<figure>\d.*)")
UNITS = re.compile(r"(?<=\d) ?(timer|time|t|hours?|h|kr\.?|dkk|kroner|,-)$", re.IGNORECASE)
COLUMNS = {column.name: column for column in TABLES["consultations"].columns}


def read_field(column: str, text: str) -> Values:
    """What a text means in a field, by column: a day, a number, or the text itself; an empty one is not
    known.

    A number may have a word before it ("ca. 120"), which goes into the number's qualifier where it has one.
    Raises :class:`UnreadableCell`, whose sentence says how to write it.
    """
    text, kind = (
        " ".join(text.split()) if COLUMNS[column].kind != "text" else text.strip(),
        COLUMNS[column].kind,
    )
    if column == "end_on" and text.lower() in NO_END:
        return {"end_on": None, "no_end": True}
    if f"{column}_qualifier" in COLUMNS:
        return _read_qualified(column, text)
    if not text:
        return {column: None}
    if kind == DATE:
        day = read_typed_date(text)
        return {"end_on": day, "no_end": None} if column == "end_on" else {column: day}
    if kind == INTEGER:
        return {column: read_whole_number(text)}
    return {column: _read_amount(text) if kind == NUMBER else text}


def _read_qualified(column: str, text: str) -> Values:
    qualifier = None
    if match := QUALIFIED.fullmatch(text):
        qualifier, text = match["qualifier"], match["figure"]
    return {
        column: read_whole_number(text) if text else None,
        f"{column}_qualifier": qualifier,
    }


def _read_amount(text: str) -> float:
    number = read_number(UNITS.sub("", text))
    if number < 0:
        raise UnreadableCell(N_("lies below zero; leave the field empty where the number is not known"))
    return number
