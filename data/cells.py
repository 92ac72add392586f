"""One cell of text to its canonical form: ISO dates, yes/no, plain digits, trimmed text. Empty cells become None."""

import re
from collections.abc import Callable
from datetime import date, datetime

from stdnum.dk import cpr
from stdnum.exceptions import ValidationError

from data.tables import CHOICE, DATE, INTEGER, KEY, KEYS, MOMENT, NUMBER, TEXT, VERBATIM, YES_NO, Column
from language import N_, Sentence

LONGEST_TEXT = 20_000
LONGEST_KEY = 200
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
ENGLISH_MONTHS = {"may": 5, "oct": 10}
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
FORMULA = re.compile(r"^'+(?=[=+\-@\t\r])")
TEN_DIGITS = re.compile(r"(?<!\d)(\d{6})[- ]?(\d{4})(?!\d)")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
PHONE = re.compile(r"(?<![\d.,])(?:\+45 ?)?[2-9]\d(?: ?\d\d){3}(?![\d.,])")


class Unfit(ValueError):
    """The cell can't be taken in; ``sentence`` says why and how to mend it."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text)
        self.sentence = Sentence(text, values)


def canonical(column: Column, text: str) -> str | None:
    """The cell as it is stored, or None where it is empty. Raises :class:`Unfit`."""
    text = text if column.kind == VERBATIM else text.strip()
    if not text:
        if column.required:
            raise Unfit(N_("must be filled in"))
        return column.empty_means or None
    if UNPRINTABLE.search(text):
        raise Unfit(N_("holds a control character; write the cell again as plain text"))
    return PARSERS[column.kind](column, text)


def _text(column: Column, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise Unfit(N_("is {length} characters long; at most {most} are kept"), length=len(text), most=LONGEST_TEXT)
    return FORMULA.sub(lambda quotes: quotes[0][1:], text.replace("\r\n", "\n").replace("\r", "\n"))


def _key(column: Column, text: str) -> str:
    if len(text) > LONGEST_KEY or "\n" in text:
        raise Unfit(N_("is no key: a key is one short line"))
    return text


def _keys(column: Column, text: str) -> str | None:
    parts = list(dict.fromkeys(part for part in (part.strip() for part in text.split(";")) if part))
    return ";".join(parts if column.name == "methods" else sorted(parts)) or None


def _choice(column: Column, text: str) -> str:
    lowered = text.lower()
    if lowered not in column.choices:
        raise Unfit(N_("is not one of: {choices}"), choices=", ".join(column.choices))
    return lowered


def _yes_no(column: Column, text: str) -> str:
    answers = {"yes": "yes", "ja": "yes", "true": "yes", "no": "no", "nej": "no", "false": "no"}
    if text.lower() not in answers:
        raise Unfit(N_("is neither yes nor no"))
    return answers[text.lower()]


def _integer(column: Column, text: str) -> str:
    digits = re.sub(r"[. ](?=\d{3}(\D|$))", "", text)
    if not re.fullmatch(r"\d{1,9}", digits):
        raise Unfit(
            N_("is not a whole number from 0 up; write what the source says of an uncertain number in the column beside it")
        )
    return str(int(digits))


def _number(column: Column, text: str) -> str:
    """A decimal number with comma or point; points or spaces between thousands where a comma follows."""
    plain = text.replace("\u00a0", "").replace(" ", "")
    if "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    if not re.fullmatch(r"-?\d{1,15}(\.\d+)?", plain):
        raise Unfit(N_("is not a number"))
    return repr(float(plain))


def _date(column: Column, text: str) -> str:
    """ISO, 23-11-2026, 23.11.2026, 23/11/2026, 20261123 or 23. november 2026, with or without the weekday before it."""
    words = re.sub(r"^(man|tirs|ons|tors|fre|lør|søn)dag,?\s+(d\.\s*|den\s+)?", "", text.lower())
    words = re.sub(r"[t ]00:00(:00)?$", "", words)
    year, month, day = _date_parts(words)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise Unfit(N_("is a date that does not exist")) from None


def _date_parts(words: str) -> tuple[int, int, int]:
    if found := re.fullmatch(r"(\d{4})-?(\d{2})-?(\d{2})", words):
        return int(found[1]), int(found[2]), int(found[3])
    if found := re.fullmatch(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", words):
        return int(found[3]), int(found[2]), int(found[1])
    if found := re.fullmatch(r"(\d{1,2})\.? ([a-z]{3,9})\.? (\d{4})", words):
        start = found[2][:3]
        if start in MONTHS or start in ENGLISH_MONTHS:
            return int(found[3]), ENGLISH_MONTHS.get(start) or MONTHS.index(start) + 1, int(found[1])
    raise Unfit(N_("is not a date; write it as 2026-11-23 or 23-11-2026"))


def _moment(column: Column, text: str) -> str:
    try:
        return datetime.fromisoformat(text).replace(microsecond=0, tzinfo=None).isoformat(" ")
    except ValueError:
        raise Unfit(N_("is not a point in time; write it as 2026-11-23 14:30:00")) from None


PARSERS: dict[str, Callable[[Column, str], str | None]] = {
    TEXT: _text,
    KEY: _key,
    KEYS: _keys,
    CHOICE: _choice,
    YES_NO: _yes_no,
    INTEGER: _integer,
    NUMBER: _number,
    DATE: _date,
    MOMENT: _moment,
    VERBATIM: lambda column, text: text,
}


def possible_cpr(text: str) -> bool:
    """Whether ten digits in the text could be a CPR number: the first six are a date. Modulus 11 is no test of validity."""
    return any(_is_birth_date(found[1] + found[2]) for found in TEN_DIGITS.finditer(text))


def contact_details(text: str) -> bool:
    """Whether the text seems to hold an e-mail address or a Danish phone number."""
    return bool(EMAIL.search(text) or PHONE.search(text))


def _is_birth_date(number: str) -> bool:
    try:
        cpr.get_birth_date(number)
    except ValidationError:
        return False
    return True
