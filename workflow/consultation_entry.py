"""What is typed into a field of a consultation or of its clarification, and what it is read as."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from data.errors import UnreadableCell
from data.ingest.dates import read_typed_date
from data.ingest.no_end import NO_END
from data.ingest.numbers import read_number, read_whole_number
from data.ingest.qualified_numbers import read_qualified
from data.schema import DATE, INTEGER, NUMBER, TABLES
from language import N_

Value = str | bool | int | float | date | Sequence[str] | None
Values = Mapping[str, Value]
"""By column, what is to be stored; None where it is not known."""

UNITS = re.compile(r"(?<=\d) ?(timer|time|t|hours?|h|kr\.?|dkk|kroner|,-)$", re.IGNORECASE)
THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""A point and three digits: thousands in Denmark, where decimals stand after a comma."""
NOT_KNOWN = ("unknown", "unclear")
"""Choices that say the same as an empty field."""
COLUMNS = {
    column.name: column for table in ("clarifications", "consultations") for column in TABLES[table].columns
}
"""The fields of a consultation and of its clarification."""


def field_columns(column: str) -> list[str]:
    """The columns that one field reads and writes, its own first: a number has what is said of it beside it,
    a last day that there is none. A column that stands beside another has no field of its own.
    """
    if column == "no_end" or column.endswith("_qualifier"):
        return []
    beside = (f"{column}_qualifier", "no_end" if column == "end_on" else "")
    return [column, *(name for name in beside if name in COLUMNS)]


def read_field(column: str, text: str) -> Values:
    """What a text means in a field, by column: a day, a number, or the text itself; an empty one is not
    known.

    A count may have what is said of it ("ca. 120", "80-100"), which goes into its qualifier where it has one.
    Hours and money are typed where it is shown how they were read, so that 1.200 is a thousand two hundred.
    Raises :class:`UnreadableCell`, whose sentence says how to write it.
    """
    kind = COLUMNS[column].kind
    text = " ".join(text.split()) if kind != "text" else text.strip()
    if column == "end_on" and text.lower() in NO_END:
        return {"end_on": None, "no_end": True}
    if f"{column}_qualifier" in COLUMNS:
        return dict(zip((column, f"{column}_qualifier"), read_qualified(text), strict=True))
    if not text:
        return {column: None}
    if kind == DATE:
        day = read_typed_date(text)
        return {"end_on": day, "no_end": None} if column == "end_on" else {column: day}
    if kind not in (INTEGER, NUMBER):
        return {column: text}
    _refuse_uncertain(text)
    return {column: read_whole_number(text) if kind == INTEGER else _read_amount(text)}


def _read_amount(text: str) -> float:
    figure = UNITS.sub("", text)
    number = read_number(figure.replace(".", "") if THOUSANDS.fullmatch(figure) else figure)
    if number < 0:
        raise UnreadableCell(N_("lies below zero; leave the field empty where the number is not known"))
    return number


def _refuse_uncertain(text: str) -> None:
    """Raises :class:`UnreadableCell` for a number with a word or a range, in a field with no room for it."""
    try:
        number, qualifier = read_qualified(UNITS.sub("", text))
    except UnreadableCell:
        return  # what it is instead is for the reader of numbers to say
    if qualifier:
        raise UnreadableCell(
            N_(
                "says how sure the number is, and this field has no room for it; write {number} alone, or"
                " leave the field empty and say it in the summary"
            ),
            number=str(number),
        )
