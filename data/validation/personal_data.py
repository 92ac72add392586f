"""Personal data in a text: numbers that may be CPR numbers, e-mail addresses and phone numbers."""

import re
from collections.abc import Iterator
from datetime import date

from stdnum.dk import cpr
from stdnum.exceptions import ValidationError

UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
"""Characters that take no room: they can stand inside a number without being seen."""
_Z = f"[{UNSEEN}]*"
_SPACE = rf"[\s{UNSEEN}]{{0,4}}"
_BLANK = rf"(?:[^\S\n]|[{UNSEEN}]){{0,4}}"
_DASH = "[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]"
_JOINT = "[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d/_:|]"
"""What people put between the date and the four digits, besides nothing and a blank."""


def _digits(many: int) -> str:
    return _Z.join([r"\d"] * many)


_TWO, _YEAR = _digits(2), f"(?:{_digits(4)}|{_digits(2)})"
_FOUR = f"{_TWO}{_BLANK}{_TWO}"
_IN_KEY = re.compile(rf"(?<!\d){_digits(6)}{_SPACE}{_DASH}?{_SPACE}{_digits(4)}(?!\d)")
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # Six or eight digits on end.
        rf"(?<!\d){_TWO}{_Z}{_TWO}{_Z}{_YEAR}{_SPACE}(?:{_JOINT}|\.)?{_SPACE}{_FOUR}(?!\d)",
        # Blanks in the date. With blanks all through, two phone numbers would look alike.
        rf"(?<!\d)(?<!\d ){_TWO}{_BLANK}{_TWO}{_BLANK}{_YEAR}{_SPACE}{_JOINT}{_SPACE}{_FOUR}(?!\d)",
        rf"(?<!\d)(?<!\d ){_TWO}{_BLANK}{_TWO}{_BLANK}{_YEAR}{_BLANK}{_digits(4)}(?!\d)",
        # With signs in the date, one must follow: "den 12.03.24 1200 breve" is a date and a count, and so is
        # "den 12.03.2024 - 1200 breve".
        rf"(?<![\d.]){_TWO}{_Z}(?P<sign>\.|/|{_JOINT}){_SPACE}{_TWO}{_Z}(?P=sign){_SPACE}{_TWO}"
        rf"{_SPACE}{_JOINT}{_SPACE}{_FOUR}(?!\d)",
        rf"(?<![\d.]){_TWO}{_Z}(?P<sign>\.|/|{_JOINT}){_SPACE}{_TWO}{_Z}(?P=sign){_SPACE}{_digits(4)}"
        rf"{_Z}{_JOINT}{_Z}{_FOUR}(?!\d)",
    )
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_PHONE = re.compile(r"(?<![\d.,])(?:\+45 ?)?[2-9]\d(?: ?\d\d){3}(?![\d.,])")
CENTURIES = range(1800, 2100)
_MASK = "••••••-••••"


def possible_cpr(text: str) -> bool:
    """Whether digits in the text could be a CPR number: a date of six or eight digits and four more, however
    the number is divided.

    A day raised by 60 counts, as such numbers are given too. Modulus 11 is no test of validity.
    """
    return any(_found(text, *_PATTERNS))


def possible_cpr_in_key(text: str) -> bool:
    """The same for a key, a case number or an address, where points and letters belong: only ten digits by
    themselves.
    """
    return any(not _touches_a_word(text, match) for match in _found(text, _IN_KEY))


def masked(text: str) -> str:
    """The text with every possible CPR number made unreadable."""
    begins = len(text)
    for start, end in sorted({match.span() for match in _found(text, *_PATTERNS)}, reverse=True):
        if end <= begins:  # else it is part of one that is masked already
            text, begins = text[:start] + _MASK + text[end:], start
    return text


def contact_details(text: str) -> bool:
    """Whether the text seems to hold an e-mail address or a Danish phone number."""
    return bool(("@" in text and _EMAIL.search(text)) or _PHONE.search(text))


def _found(text: str, *patterns: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            if _is_birth_date(re.sub(r"\D", "", match[0])):
                yield match


def _touches_a_word(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return before.isalnum() or after.isalnum()


def _is_birth_date(number: str) -> bool:
    """Whether the digits before the last four are a day that was or will be, the year in two or in four."""
    day = int(number[:2])
    day -= 60 if day > 60 else 0
    try:
        if len(number) == 12:
            return date(int(number[4:8]), int(number[2:4]), day).year in CENTURIES
        cpr.get_birth_date(f"{day:02d}{number[2:]}")
    except (ValidationError, ValueError):
        return False
    return True
